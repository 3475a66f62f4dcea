using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupSelectionTakesAStore : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var backups = BackupEstate.Of(context.Estate);
        var volumes = DriverVolumes.In(context.Estate);
        foreach (var selection in backups.Selections.Where(selection => selection.Stores.Count == 0))
        {
            var takesVolumes = volumes.IsTakenBy(selection);
            if (takesVolumes == true)
            {
                continue;
            }

            var candidates = backups.Stores.Where(store => store.Region == selection.Node.Region && MayName(selection.Node["resources"], store));
            // Where no such store is in the graphs, the one that is meant may be in another stack.
            yield return selection.Perhaps.Count == 0 && takesVolumes == false && candidates.Any()
                ? Finding.Violation(selection.Node, $"the selection matches no store of {selection.Node.Region}", "resources")
                : Finding.Unknown(selection.Node, "resources");
        }
    }

    private static bool MayName(Prop patterns, BackupStore store) =>
        patterns.IsAbsent || patterns.IsUnknown || patterns.Items.Any(pattern => !Arn.TryParse(pattern.Text, out var arn)
            || (Arn.TryParse(store.ArnPattern, out var own) && IamPattern.Matches(arn.Service, own.Service)));
}
