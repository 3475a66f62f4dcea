using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableHasDeletionProtection : ResourceRule
{
    public override string Description => "A table, and every replica of it, refuses to be deleted.";

    public override string Why => "Deleting a global table's replica or the table takes its data and its point-in-time window with it.";

    public override string Fix => "Set deletionProtectionEnabled to true on the table and on each of its replicas.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B4"];

    public override IReadOnlyList<string> Also => ["DynamoDB.6", "dynamodb_table_deletion_protection_enabled"];

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
