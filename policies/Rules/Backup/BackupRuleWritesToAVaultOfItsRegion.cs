using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupRuleWritesToAVaultOfItsRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.OfType(BackupTypes.Plan)
        .SelectMany(PlanRule.Of).SelectMany(rule => Judge(context.Estate, rule));

    private static IEnumerable<Finding> Judge(Estate estate, PlanRule rule)
    {
        var name = rule.Rule["targetVaultName"];
        var target = BackupVaults.Target(estate, rule);
        if (target.IsAbsent)
        {
            yield return Finding.Violation(rule.Plan, $"rule {rule.Name} names no vault", name.Path);
        }
        else if (target.Target is { Region: { } region } && rule.Plan.Region is { } own && region != own)
        {
            yield return Finding.Violation(rule.Plan, $"vault {target.Text} of rule {rule.Name} is in {region}, not in {own}", name.Path);
        }
        else if (target.Target is null)
        {
            // The vault may have been made elsewhere: nothing in the graph tells.
            yield return Finding.Unknown(rule.Plan, name.Path);
        }
    }
}
