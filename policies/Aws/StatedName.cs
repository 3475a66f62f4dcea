using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Aws;

/// <summary>
/// References that count the name a program states over the one a resource still has: after the deployment only the stated one is
/// there.
/// </summary>
internal static class StatedName
{
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        [CloudWatchTypes.MetricAlarm] = "name",
        [CloudWatchTypes.CompositeAlarm] = "alarmName",
        [SnsTypes.Topic] = "name",
        [SyntheticsTypes.Canary] = "name",
        [LambdaTypes.Function] = "name",
        [CloudWatchTypes.EventRule] = "name",
        [CloudWatchTypes.LogGroup] = "name",
        [IamTypes.Role] = "name",
        [DynamoDbTypes.Table] = "name",
        [RegionSwitchTypes.Plan] = "name",
        [RdsTypes.Cluster] = "clusterIdentifier",
        [RdsTypes.GlobalCluster] = "globalClusterIdentifier",
        [MskTypes.Replicator] = "replicatorName",
        [S3Types.Bucket] = "bucket",
        [S3Types.BucketV2] = "bucket",
        [BackupTypes.Vault] = "name",
        [BackupTypes.LogicallyAirGappedVault] = "name",
        [SsmTypes.Parameter] = "name",
        [AutoScalingTypes.Group] = "name",
        [EksTypes.Cluster] = "name",
    };

    public static Reference Follow(Estate estate, Node from, Prop property, IReadOnlyList<string> types) =>
        Checked(estate.References.Follow(from, property, types));

    public static IReadOnlyList<Reference> FollowAll(Estate estate, Node from, Prop list, IReadOnlyList<string> types) =>
        [.. estate.References.FollowAll(from, list, types).Select(Checked)];

    /// <summary>
    /// Why what a property names is not there; null where it is, or nothing is named. A name that leads nowhere is a mistake where the whole
    /// pair is there; else the resource may live in a stack that was not given.
    /// </summary>
    public static Reason? Missing(Estate estate, Node from, Prop property, IReadOnlyList<string> types, string what) =>
        Follow(estate, from, property, types) switch
        {
            { Kind: ReferenceKind.Outside } outside when EstateScope.IsWhole(estate) =>
                new Reason($"{what} {outside.Text} is in none of the stacks", from, outside.Path),
            { Kind: ReferenceKind.Outside or ReferenceKind.Unknown, Path: var path } => Reason.Unknown(from, path),
            _ => null,
        };

    /// <summary>A resource by name, ARN or id; null where there is none that will still be called so.</summary>
    public static Node? Find(Estate estate, Node from, string text, IReadOnlyList<string> types) =>
        estate.References.Named(from, text, types) is { } found && Agrees(found, text) ? found : null;

    private static Reference Checked(Reference reference) =>
        reference.Target is { } target && reference.Text is { } text && !Agrees(target, text)
            ? reference with { Kind = ReferenceKind.Outside, Target = null }
            : reference;

    private static bool Agrees(Node target, string text) =>
        Properties.GetValueOrDefault(target.Type) is not { } property
        || target.Input(property).Text is not { } stated
        || text.Contains(stated, StringComparison.Ordinal);
}
