using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class AirGappedVaultTakesBackups : StackRule
{
    protected override RuleDescriptor About => new(
        "Some backup plan copies its backups to every air-gapped vault.",
        Why: "An empty vault restores nothing when the account is lost.",
        Fix: "Add a copy action with the vault's ARN to the plans of the workloads that must outlive the account.",
        Severity.High, "B6",
        Published: "RESOURCES_INSIDE_LOGICALLY_AIR_GAPPED_VAULT, AURORA_RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        PlanRule[] rules = [.. estate.OfType(BackupTypes.Plan).SelectMany(PlanRule.Of)];
        var vaults = rules.SelectMany(rule => rule.Copies.Select(copy => BackupVaults.Destination(estate, rule.Plan, copy)).Append(BackupVaults.Target(estate, rule))).ToArray();
        foreach (var vault in estate.OfType(BackupTypes.LogicallyAirGappedVault).Where(vault => !vaults.Any(reference => reference.Target == vault)))
        {
            // Plans may stand in a stack that was not given.
            yield return rules.Length == 0 || vaults.Any(reference => reference.IsUnknown)
                ? Finding.Unknown(vault, "name")
                : Finding.Violation(vault, "no backup plan copies to this vault: it stays empty");
        }
    }
}
