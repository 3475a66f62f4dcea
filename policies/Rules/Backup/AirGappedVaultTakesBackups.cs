using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class AirGappedVaultTakesBackups : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        PlanRule[] rules = [.. estate.OfType(BackupTypes.Plan).SelectMany(PlanRule.Of)];
        var vaults = rules.SelectMany(rule =>
            rule.Copies.Select(copy => BackupVaults.Destination(estate, rule.Plan, copy)).Append(BackupVaults.Target(estate, rule)))
            .ToArray();
        foreach (var vault in estate.OfType(BackupTypes.LogicallyAirGappedVault).Where(vault => !vaults.Any(reference => reference.Target == vault)))
        {
            // Plans may stand in a stack that was not given.
            yield return rules.Length == 0 || vaults.Any(reference => reference.IsUnknown)
                ? Finding.Unknown(vault, "name")
                : Finding.Violation(vault, "no backup plan copies to this vault: it stays empty");
        }
    }
}
