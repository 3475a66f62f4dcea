namespace DrInfra.Policies.Aws.EmrContainers;

/// <summary>Type tokens of the provider's module <c>aws:emrcontainers</c>.</summary>
public static class EmrContainersTypes
{
    public const string VirtualCluster = "aws:emrcontainers/virtualCluster:VirtualCluster";
}
