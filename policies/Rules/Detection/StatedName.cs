using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

/// <summary>
/// References that count the name a program states over the one a resource still has: after the deployment only the stated one is
/// there.
/// </summary>
internal static class StatedName
{
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        [DetectionTypes.MetricAlarm] = "name",
        [DetectionTypes.CompositeAlarm] = "alarmName",
        [DetectionTypes.Topic] = "name",
        [DetectionTypes.Canary] = "name",
        [DetectionTypes.Function] = "name",
        [DetectionTypes.LogGroup] = "name",
        [DetectionTypes.Role] = "name",
        [DetectionTypes.Table] = "name",
        [DetectionTypes.Plan] = "name",
        [DetectionTypes.Cluster] = "clusterIdentifier",
        [DetectionTypes.GlobalCluster] = "globalClusterIdentifier",
        ["aws:s3/bucket:Bucket"] = "bucket",
        ["aws:s3/bucketV2:BucketV2"] = "bucket",
        ["aws:backup/vault:Vault"] = "name",
        ["aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"] = "name",
        ["aws:ssm/parameter:Parameter"] = "name",
        ["aws:autoscaling/group:Group"] = "name",
    };

    public static Reference Follow(Estate estate, Node from, Prop property, IReadOnlyList<string> types) =>
        Checked(estate.References.Follow(from, property, types));

    public static IReadOnlyList<Reference> FollowAll(Estate estate, Node from, Prop list, IReadOnlyList<string> types) =>
        [.. estate.References.FollowAll(from, list, types).Select(Checked)];

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
