namespace DrInfra.Policies.Aws.Drs;

/// <summary>Type tokens of the provider's module <c>aws:drs</c>.</summary>
public static class DrsTypes
{
    public const string ReplicationConfigurationTemplate = "aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate";
}
