namespace DrInfra.Policies.Aws.Batch;

/// <summary>Type tokens of the provider's module <c>aws:batch</c>.</summary>
public static class BatchTypes
{
    public const string JobQueue = "aws:batch/jobQueue:JobQueue";
}
