using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Iam;

/// <summary>A resource that works through a role, and the services of which one must be able to assume it.</summary>
internal sealed record RoleUse(Node User, Reference Role, IReadOnlyList<string> Services)
{
    public const string RoleType = "aws:iam/role:Role";

    // Type, path of the property, service principals.
    private static readonly (string Type, string Property, string[] Services)[] Known =
    [
        ("aws:backup/selection:Selection", "iamRoleArn", ["backup.amazonaws.com"]),
        ("aws:backup/restoreTestingSelection:RestoreTestingSelection", "iamRoleArn", ["backup.amazonaws.com"]),
        ("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "role", ["s3.amazonaws.com"]),
        ("aws:arcregionswitch/plan:Plan", "executionRole", ["arc-region-switch.amazonaws.com"]),
        ("aws:lambda/function:Function", "role", ["lambda.amazonaws.com"]),
        ("aws:synthetics/canary:Canary", "executionRoleArn", ["lambda.amazonaws.com"]),
        ("aws:ec2/flowLog:FlowLog", "iamRoleArn", ["vpc-flow-logs.amazonaws.com", "delivery.logs.amazonaws.com"]),
        ("aws:iam/instanceProfile:InstanceProfile", "role", ["ec2.amazonaws.com"]),
        ("aws:rds/proxy:Proxy", "roleArn", ["rds.amazonaws.com"]),
        ("aws:ecs/taskDefinition:TaskDefinition", "executionRoleArn", ["ecs-tasks.amazonaws.com"]),
        ("aws:ecs/taskDefinition:TaskDefinition", "taskRoleArn", ["ecs-tasks.amazonaws.com"]),
        ("aws:eks/cluster:Cluster", "roleArn", ["eks.amazonaws.com"]),
        ("aws:eks/nodeGroup:NodeGroup", "nodeRoleArn", ["ec2.amazonaws.com"]),
        ("aws:sfn/stateMachine:StateMachine", "roleArn", ["states.amazonaws.com"]),
        ("aws:cloudwatch/eventTarget:EventTarget", "roleArn", ["events.amazonaws.com"]),
        ("aws:dlm/lifecyclePolicy:LifecyclePolicy", "executionRoleArn", ["dlm.amazonaws.com"]),
        ("aws:fis/experimentTemplate:ExperimentTemplate", "roleArn", ["fis.amazonaws.com"]),
    ];

    public static IEnumerable<RoleUse> All(Estate estate) => Known.SelectMany(known => Of(estate, known.Type, known.Property, known.Services));

    /// <summary>The uses by resources of one type.</summary>
    public static IEnumerable<RoleUse> Of(Estate estate, string type) =>
        Known.Where(known => known.Type == type).SelectMany(known => Of(estate, known.Type, known.Property, known.Services));

    private static IEnumerable<RoleUse> Of(Estate estate, string type, string property, string[] services) => estate.OfType(type)
        .Select(user => new RoleUse(user, estate.References.Follow(user, property, RoleType), services))
        .Where(use => !use.Role.IsAbsent);
}
