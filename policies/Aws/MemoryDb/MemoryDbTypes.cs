namespace DrInfra.Policies.Aws.MemoryDb;

/// <summary>Type tokens of the provider's module <c>aws:memorydb</c>.</summary>
public static class MemoryDbTypes
{
    public const string Cluster = "aws:memorydb/cluster:Cluster";
    public const string MultiRegionCluster = "aws:memorydb/multiRegionCluster:MultiRegionCluster";
    public const string SubnetGroup = "aws:memorydb/subnetGroup:SubnetGroup";
}
