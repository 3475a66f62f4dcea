using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableHasDeletionProtection : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A table, and every replica of it, refuses to be deleted.",
        Why: "Deleting a global table's replica or the table takes its data and its point-in-time window with it.",
        Fix: "Set deletionProtectionEnabled to true on the table and on each of its replicas.",
        Severity.High, "B4", Level.Mandatory,
        Published: "DynamoDB.6, dynamodb_table_deletion_protection_enabled");

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
