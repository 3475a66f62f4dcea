using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalClusterSpansRegions : StackRule
{
    // AWS Backup starts a job every hour at most often, and copies only then.
    private static readonly TimeSpan BestBackup = TimeSpan.FromHours(1);

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var promises = Promises.Of(context.Estate, context.Settings);
        foreach (var database in GlobalDatabase.AllIn(context.Estate).Where(database => database.Global is not null))
        {
            var global = database.Global!;
            var promise = promises.For(global.Workload);
            var objective = promise?.For(Disruption.Region).Rpo;
            var backupsDo = promise is not null && (objective is null || objective >= BestBackup);
            var regions = database.Members.Select(member => member.Region).OfType<string>().Distinct().ToArray();
            if (database.Members.Count == 0 && context.Estate.Stacks.Count > 1)
            {
                yield return Finding.Violation(global, "no cluster is a member of it");
            }
            else if (regions.Length == 1 && !backupsDo && (context.Estate.Stacks.Count > 1 || database.Members.Count > 1))
            {
                yield return Finding.Violation(global, $"all its members are in {regions[0]}, a second Region needed");
            }
        }
    }
}
