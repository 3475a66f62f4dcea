using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableUsesOneReplicaStyle : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var replica in context.Estate.OfType(DynamoDbTypes.TableReplica))
        {
            var table = context.Estate.References.Follow(replica, "globalTableArn", DynamoDbTypes.Table);
            if (table.IsUnknown)
            {
                yield return Finding.Unknown(replica, table.Path);
            }

            else if (table.Target is { } target && !IgnoredChanges.Contain(target, GlobalTables.ReplicasProperty))
            {
                // The service reports all replicas among the table's outputs: of its own are only those that the program states. Where it states
                // none, the refreshed state has one too many (registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table_replica:
                // ignore_changes for the table's replica).
                var own = target.Input(GlobalTables.ReplicasProperty);
                yield return own.Items.Count > 0 || own.IsUnknown
                    ? Finding.Violation(replica, $"{target.Name} lists its own replicas and its next update removes this one", table.Path)
                    : Finding.Violation(target, $"its next update removes the replica {replica.Name}: replicas is not in ignoreChanges", "ignoreChanges");
            }
        }
    }
}
