namespace DrInfra.Policies.Aws.DataSync;

/// <summary>Type tokens of the provider's module <c>aws:datasync</c>.</summary>
public static class DataSyncTypes
{
    public const string Task = "aws:datasync/task:Task";
}
