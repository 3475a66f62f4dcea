using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Backup;

public sealed class RestoreTestFindsRecoveryPoints : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var writes = estate.OfType(BackupTypes.Plan).SelectMany(PlanRule.Of)
            .SelectMany(rule => rule.Copies.Select(copy => (BackupVaults.Destination(estate, rule.Plan, copy).Target, Rule: rule, IsCopy: true))
                .Prepend((BackupVaults.Target(estate, rule).Target, Rule: rule, IsCopy: false)))
            .Where(write => write.Target is not null)
            .ToLookup(write => write.Target!, write => (write.Rule, write.IsCopy));
        foreach (var plan in estate.OfType(BackupTypes.RestoreTestingPlan))
        {
            foreach (var finding in Judge(estate, plan, vault => writes[vault]))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Judge(Estate estate, Node plan, Func<Node, IEnumerable<(PlanRule Rule, bool IsCopy)>> writes)
    {
        var selection = plan["recoveryPointSelection"];
        if (selection["includeVaults"].IsUnknown || selection["recoveryPointTypes"].IsUnknown)
        {
            yield return Finding.Unknown(plan, "recoveryPointSelection");
            yield break;
        }

        var included = Vaults(estate, plan, selection["includeVaults"], out var outside);
        foreach (var vault in outside)
        {
            yield return Finding.Unknown(plan, vault.Path);
        }

        var excluded = Vaults(estate, plan, selection["excludeVaults"], out _);
        Node[] vaults = [.. included.Except(excluded).Where(vault => vault.Region == plan.Region)];
        if (vaults.Length == 0)
        {
            if (outside.Count == 0)
            {
                yield return Finding.Violation(plan, $"the plan includes no vault of {plan.Region}", "recoveryPointSelection.includeVaults");
            }

            yield break;
        }

        var types = selection["recoveryPointTypes"].Items.Select(item => item.Text).ToHashSet();
        var window = selection["selectionWindowDays"].Number ?? FactBook.Number("restore-test-window-default");
        // What arrives of a continuous backup in another vault is a snapshot.
        var found = vaults.SelectMany(writes).Where(write => types.Contains(write.Rule.IsContinuous && !write.IsCopy ? "CONTINUOUS" : "SNAPSHOT")).ToArray();
        if (vaults.SelectMany(writes).Any() && found.Length == 0)
        {
            yield return Finding.Violation(
                plan, $"the plan's vaults contain no recovery points of type {string.Join(" or ", types)}", "recoveryPointSelection.recoveryPointTypes");
        }
        else if (found.Length > 0 && found.All(write => write.Rule.LongestGap is { } gap && gap.TotalDays > window))
        {
            yield return Finding.Violation(
                plan, string.Create(CultureInfo.InvariantCulture, $"window of {window} days is shorter than the time between two backups"),
                "recoveryPointSelection.selectionWindowDays");
        }
    }

    private static List<Node> Vaults(Estate estate, Node plan, Prop list, out List<Reference> outside)
    {
        outside = [];
        var vaults = new List<Node>();
        foreach (var reference in estate.References.FollowAll(plan, list, BackupVaults.Types))
        {
            if (reference.Target is { } vault)
            {
                vaults.Add(vault);
            }
            else if (reference.Text == "*")
            {
                vaults.AddRange(estate.OfTypes(BackupVaults.Types).Where(candidate => candidate.Region == plan.Region));
            }
            else
            {
                outside.Add(reference);
            }
        }

        return vaults;
    }
}
