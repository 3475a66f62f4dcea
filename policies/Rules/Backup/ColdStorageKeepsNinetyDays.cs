using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Backup;

public sealed class ColdStorageKeepsNinetyDays : PlanRuleCheck
{
    private static readonly double LeastCold = FactBook.Number("backup-cold-least");

    private protected override IEnumerable<Verdict> Judge(PlanRule rule, RuleParameters parameters) =>
        rule.Copies.Select(copy => copy["lifecycle"]).Prepend(rule.Rule["lifecycle"]).SelectMany(lifecycle => Judge(rule, lifecycle, parameters["warmDays"]));

    private static IEnumerable<Verdict> Judge(PlanRule rule, Prop lifecycle, double warm)
    {
        var (cold, deleted) = (lifecycle["coldStorageAfter"], lifecycle["deleteAfter"]);
        if (cold.IsUnknown)
        {
            yield return Verdict.Unknown(cold.Path);
        }

        // Zero and minus one are how providers write "never".
        if (cold.Number is not > 0)
        {
            yield break;
        }

        if (cold.Number < warm)
        {
            yield return Verdict.Violation(
                string.Create(
                    CultureInfo.InvariantCulture,
                        $"backups of rule {rule.Name} move to cold storage after {cold.Number} days, {warm} days in warm storage needed"),
                cold.Path);
        }

        if (deleted.IsUnknown)
        {
            yield return Verdict.Unknown(deleted.Path);
        }
        else if (deleted.Number < cold.Number + LeastCold)
        {
            yield return Verdict.Violation(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"backups of rule {rule.Name} are deleted after {deleted.Number} days, {cold.Number + LeastCold} needed after cold storage"),
                deleted.Path);
        }
    }
}
