using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableUsesOneReplicaStyle : StackRule
{
    public override string Description => "The replicas of a table are declared in one way: in the table, or beside it.";

    public override string Why => "An update of the table removes every replica that it does not list, with its data and its point-in-time window.";

    public override string Fix => "Keep the replicas of the table, or the TableReplica resources, not both.";

    public override Severity Severity => Severity.Critical;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["F1"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var replica in context.Estate.OfType(DynamoDbTypes.TableReplica))
        {
            var table = context.Estate.References.Follow(replica, "globalTableArn", DynamoDbTypes.Table);
            if (table.IsUnknown)
            {
                yield return Finding.Unknown(replica, table.Path);
            }

            // The service reports all replicas among the table's outputs: only the program's own count.
            else if (table.Target is { } target && (target.Input("replicas").Items.Count > 0 || target.Input("replicas").IsUnknown)
                && !IgnoredChanges.Contain(target, "replicas"))
            {
                yield return Finding.Violation(replica, $"{target.Name} lists replicas of its own and will remove this one", table.Path);
            }
        }
    }
}
