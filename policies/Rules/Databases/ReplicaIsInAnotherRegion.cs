using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ReplicaIsInAnotherRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var table in context.Estate.OfType(DynamoDbTypes.Table))
        {
            var taken = new List<string?> { table.Region };
            foreach (var region in GlobalTables.Listed(table).Select(replica => replica.RegionName))
            {
                if (region.IsUnknown)
                {
                    yield return Finding.Unknown(table, region.Path);
                }
                else if (region.Text is not { Length: > 0 } name)
                {
                    yield return Finding.Violation(table, "a replica names no Region", region.Path);
                }
                else if (taken.Contains(name))
                {
                    yield return Finding.Violation(table, $"a second copy of it is in {name}", region.Path);
                }
                else
                {
                    taken.Add(name);
                }
            }
        }

        foreach (var replica in context.Estate.OfType(DynamoDbTypes.TableReplica))
        {
            var table = context.Estate.References.Follow(replica, "globalTableArn", DynamoDbTypes.Table);
            if (table.IsUnknown)
            {
                yield return Finding.Unknown(replica, table.Path);
            }
            else if (table.Region is { } home && home == replica.Region)
            {
                yield return Finding.Violation(replica, $"it is in {home}, where its table is", table.Path);
            }
        }
    }
}
