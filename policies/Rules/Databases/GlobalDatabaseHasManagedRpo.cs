using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalDatabaseHasManagedRpo : StackRule
{
    // AWS Backup starts a job every hour at most often: whoever promises less than that counts on the replica.
    private static readonly TimeSpan BestBackup = TimeSpan.FromHours(1);

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var promises = context.Promises.Value;
        foreach (var database in GlobalDatabase.AllIn(context.Estate)
            .Where(database => database.Members.Select(member => member.Region).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1))
        {
            if (database.Primary is not { } primary || !(promises.For(primary.Workload)?.For(Disruption.Region).Rpo < BestBackup))
            {
                continue;
            }

            var (owner, seconds) = LagBound.Of(context.Estate, primary);
            if (seconds.IsUnknown)
            {
                yield return Finding.Unknown(owner, seconds.Path);
            }
            else if (!(seconds.Number >= LagBound.Least))
            {
                yield return Finding.Violation(
                    primary, $"nothing bounds the replication lag of {database.Identifier}: {LagBound.Parameter} is {seconds}", "dbClusterParameterGroupName");
            }
        }
    }
}
