using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Data;

public sealed class DeletionProtectionIsOn : FamilyRule
{
    private protected override IReadOnlyList<Row> Table =>
    [
        Flag(
            DatabaseTypes.WithGlobal,
            "deletionProtection",
            "the database has no deletion protection",
            unless: node => InstanceReplica.IsLocal(node) ? InstanceReplica.HoldsNothing : null),
        new([DynamoDbTypes.Table], (node, _) => [Of("the table", node["deletionProtectionEnabled"]), .. Replicas(node)]),
        new([DynamoDbTypes.TableReplica], (node, _) => [Of("the replica", node["deletionProtectionEnabled"])]),
    ];

    // The state lists replicas too that another resource declares: only the program's own count.
    private static IEnumerable<Verdict> Replicas(Node node) => GlobalTables.Listed(node).Where(replica => !replica.IsReported)
        .Select(replica => replica.IsListUnknown ? Verdict.Unknown(replica.RegionName.Path) : Of(replica.Name, replica.DeletionProtection));

    private static Verdict Of(string which, Prop flag) =>
        FlagVerdict.Of(flag, wanted: true, serviceDefault: false, $"{which} has no deletion protection");
}
