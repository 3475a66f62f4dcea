using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DataSync;
using DrInfra.Policies.Aws.Dlm;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Fis;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.Scheduler;
using DrInfra.Policies.Aws.StepFunctions;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Aws.Iam;

/// <summary>A resource that works through a role, and the services of which one must be able to assume it.</summary>
/// <param name="Source">The ARN on whose behalf the service asks, where that is not the user's own.</param>
internal sealed record RoleUse(Node User, Reference Role, IReadOnlyList<string> Services, string? Source = null)
{
    // Type, path of the property, service principals.
    private static readonly (string Type, string Property, string[] Services)[] Known =
    [
        (BackupTypes.Selection, "iamRoleArn", ["backup.amazonaws.com"]),
        (BackupTypes.RestoreTestingSelection, "iamRoleArn", ["backup.amazonaws.com"]),
        (S3Types.BucketReplicationConfig, "role", ["s3.amazonaws.com"]),
        (S3Types.Bucket, "replicationConfiguration.role", ["s3.amazonaws.com"]),
        (S3Types.BucketV2, "replicationConfigurations.role", ["s3.amazonaws.com"]),
        (RegionSwitchTypes.Plan, "executionRole", ["arc-region-switch.amazonaws.com"]),
        (LambdaTypes.Function, "role", ["lambda.amazonaws.com"]),
        (SyntheticsTypes.Canary, "executionRoleArn", ["lambda.amazonaws.com"]),
        (Ec2Types.FlowLog, "iamRoleArn", ["vpc-flow-logs.amazonaws.com", "delivery.logs.amazonaws.com"]),
        (IamTypes.InstanceProfile, "role", ["ec2.amazonaws.com"]),
        (RdsTypes.Proxy, "roleArn", ["rds.amazonaws.com"]),
        (EcsTypes.TaskDefinition, "executionRoleArn", ["ecs-tasks.amazonaws.com"]),
        (EcsTypes.TaskDefinition, "taskRoleArn", ["ecs-tasks.amazonaws.com"]),
        (EksTypes.Cluster, "roleArn", ["eks.amazonaws.com"]),
        (EksTypes.NodeGroup, "nodeRoleArn", ["ec2.amazonaws.com"]),
        (StepFunctionsTypes.StateMachine, "roleArn", ["states.amazonaws.com"]),
        (CloudWatchTypes.EventTarget, "roleArn", ["events.amazonaws.com"]),
        (DlmTypes.LifecyclePolicy, "executionRoleArn", ["dlm.amazonaws.com"]),
        (MskTypes.Replicator, "serviceExecutionRoleArn", ["kafka.amazonaws.com"]),
        (FisTypes.ExperimentTemplate, "roleArn", ["fis.amazonaws.com"]),
        (DataSyncTypes.S3Location, SyncNeeds.RoleProperty, SyncNeeds.Services),
        (SchedulerTypes.Schedule, ScheduleNeeds.RoleProperty, ScheduleNeeds.Services),
    ];

    public static IEnumerable<RoleUse> All(Estate estate) => Known.SelectMany(known => Of(estate, known.Type, known.Property, known.Services));

    /// <summary>The uses by resources of one type.</summary>
    public static IEnumerable<RoleUse> Of(Estate estate, string type) =>
        Known.Where(known => known.Type == type).SelectMany(known => Of(estate, known.Type, known.Property, known.Services));

    /// <summary>The use by one resource, where it names a role.</summary>
    /// <param name="property">The path of the property that names it.</param>
    public static RoleUse? Of(Estate estate, Node user, string property, IReadOnlyList<string> services, string? source = null)
    {
        var path = property.Split('.');
        var role = estate.References.Follow(user, path.Skip(1).Aggregate(user[path[0]], (found, part) => found[part]), IamTypes.Role);
        return role.IsAbsent ? null : new RoleUse(user, role, services, source);
    }

    private static IEnumerable<RoleUse> Of(Estate estate, string type, string property, string[] services) => estate.OfType(type)
        .Select(user => Of(estate, user, property, services, SourceOf(estate, user))).OfType<RoleUse>();

    // For replication the source is the bucket, which the property tells in whatever form.
    private static string? SourceOf(Estate estate, Node user) => user.Type switch
    {
        S3Types.BucketReplicationConfig => BucketPolicies.ArnOf(estate, user, user["bucket"]),
        S3Types.Bucket or S3Types.BucketV2 => BucketPolicies.ArnOf(user),
        DataSyncTypes.S3Location => SyncNeeds.SourceOf(user),
        StepFunctionsTypes.StateMachine => MachineNeeds.SourceOf(user),
        SchedulerTypes.Schedule => ScheduleNeeds.SourceOf(estate, user),
        _ => null,
    };
}
