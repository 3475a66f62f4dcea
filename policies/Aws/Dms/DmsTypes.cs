namespace DrInfra.Policies.Aws.Dms;

/// <summary>Type tokens of the provider's module <c>aws:dms</c>.</summary>
public static class DmsTypes
{
    public const string Endpoint = "aws:dms/endpoint:Endpoint";
    public const string ReplicationConfig = "aws:dms/replicationConfig:ReplicationConfig";
    public const string ReplicationInstance = "aws:dms/replicationInstance:ReplicationInstance";
    public const string ReplicationTask = "aws:dms/replicationTask:ReplicationTask";
}
