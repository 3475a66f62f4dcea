using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Data;

public sealed class CopiesCarryTags : FamilyRule
{
    private protected override IReadOnlyList<Row> Table =>
    [
        Flag([RdsTypes.Cluster, RdsTypes.Instance, NeptuneTypes.Cluster], "copyTagsToSnapshot", "tags are not copied to snapshots", unless: node =>
            InstanceReplica.IsLocal(node) ? InstanceReplica.HoldsNothing : null),
        new([DynamoDbTypes.Table], (node, _) => Replicas(node), node => node.Tags.Count == 0 ? "the table has no tags" : null),
    ];

    private static IEnumerable<Verdict> Replicas(Node node) =>
        GlobalTables.Listed(node).Where(replica => !replica.IsReported).Select(replica => replica.IsListUnknown
            ? Verdict.Unknown(replica.RegionName.Path)
            : FlagVerdict.Of(replica.PropagateTags, wanted: true, serviceDefault: false, $"{replica.Name} does not get the table's tags"));
}
