using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableHasReplica : StackRule
{
    // AWS Backup starts a job every hour at most often, and copies only then.
    private static readonly TimeSpan BestBackup = TimeSpan.FromHours(1);

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var promises = context.Promises.Value;
        foreach (var tables in GlobalTables.AllIn(context.Estate))
        {
            var others = tables.Places.Skip(1).ToArray();
            if (!(promises.For(tables.Table.Workload)?.For(Disruption.Region).Rpo < BestBackup) || Array.Exists(others, place => !place.IsUnknown))
            {
                continue;
            }

            yield return others is [var unknown, ..]
                ? Finding.Unknown(unknown.Node, unknown.RegionName.Path)
                : Finding.Violation(tables.Table, "it has no replica in another Region", GlobalTables.ReplicasProperty);
        }
    }
}
