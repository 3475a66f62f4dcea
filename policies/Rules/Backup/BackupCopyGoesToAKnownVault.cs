using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupCopyGoesToAKnownVault : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in context.Estate.OfType(BackupTypes.Plan).SelectMany(PlanRule.Of)
        from copy in rule.Copies
        let finding = Judge(context.Estate, rule, copy["destinationVaultArn"], BackupVaults.Destination(context.Estate, rule.Plan, copy))
        where finding is not null
        select finding;

    private static Finding? Judge(Estate estate, PlanRule rule, Prop property, Reference vault)
    {
        if (vault.Target is { } target)
        {
            return target == BackupVaults.Target(estate, rule).Target
                ? Finding.Violation(rule.Plan, $"rule {rule.Name} copies its backups to their source vault", property.Path)
                : null;
        }

        if (vault.IsAbsent || (vault.Text is not null && !Arn.TryParse(vault.Text, out _)))
        {
            return Finding.Violation(
                rule.Plan, $"rule {rule.Name} copies to {(vault.IsAbsent ? "nothing" : vault.Text)}, which is not the ARN of a vault", property.Path);
        }

        // A vault of another account is never in these graphs.
        return IsOfAnotherAccount(vault.Text, rule.Plan) ? null : Finding.Unknown(rule.Plan, property.Path);
    }

    private static bool IsOfAnotherAccount(string? text, Node plan) =>
        Arn.TryParse(text, out var vault) && Accounts.Of(plan) is { } own && vault.Account != own;
}
