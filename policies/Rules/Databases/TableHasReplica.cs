using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableHasReplica : StackRule
{
    // AWS Backup starts a job every hour at most often, and copies only then.
    private static readonly TimeSpan BestBackup = TimeSpan.FromHours(1);

    public override string Description => "A table whose workload may lose less than backups can give has a replica in another Region.";

    public override string Why =>
        "Point-in-time recovery restores in the table's own Region only: when that is lost, all that is left is the last copied backup.";

    public override string Fix => "Declare a replica in the standby Region.";

    public override Severity Severity => Severity.Critical;

    public override IReadOnlyList<string> Practices => ["F1", "H5"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var promises = Promises.Of(context.Estate, context.Settings);
        foreach (var table in context.Estate.OfType(DynamoDbTypes.Table))
        {
            var replicas = table["replicas"];
            if (!(promises.For(table.Workload)?.For(Disruption.Region).Rpo < BestBackup) || replicas.Items.Count > 0)
            {
                continue;
            }

            if (replicas.IsUnknown)
            {
                yield return Finding.Unknown(table, replicas.Path);
            }
            else if (context.Estate.UsersOf(table, DynamoDbTypes.TableReplica, "globalTableArn").Count == 0)
            {
                yield return Finding.Violation(table, "it has no replica in another Region", replicas.Path);
            }
        }
    }
}
