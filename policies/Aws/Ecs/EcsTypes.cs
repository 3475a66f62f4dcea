namespace DrInfra.Policies.Aws.Ecs;

/// <summary>Type tokens of the provider's module <c>aws:ecs</c>.</summary>
public static class EcsTypes
{
    public const string Cluster = "aws:ecs/cluster:Cluster";
    public const string Service = "aws:ecs/service:Service";
    public const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
}
