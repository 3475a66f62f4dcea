using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableHasDeletionProtection : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [DynamoDbTypes.Table, DynamoDbTypes.TableReplica];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return Judge(node["deletionProtectionEnabled"], node.Type == DynamoDbTypes.Table ? "the table" : "the replica");

        // The state lists replicas too that another resource declares: only the program's own count.
        foreach (var replica in GlobalTables.Listed(node).Where(replica => !replica.IsReported))
        {
            yield return replica.IsListUnknown ? Verdict.Unknown(replica.RegionName.Path) : Judge(replica.DeletionProtection, replica.Name);
        }
    }

    private static Verdict Judge(Prop flag, string which) =>
        FlagVerdict.Of(flag, wanted: true, serviceDefault: false, $"{which} may be deleted: deletion protection is off");
}
