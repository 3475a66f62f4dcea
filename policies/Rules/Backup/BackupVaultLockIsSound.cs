using System.Globalization;
using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupVaultLockIsSound() : ResourceRule(BackupTypes.VaultLockConfiguration, BackupTypes.LogicallyAirGappedVault)
{
    // Fact backup-vaultlock-grace.
    private const double LeastGrace = 3;

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var (least, most, grace) = (node["minRetentionDays"], node["maxRetentionDays"], node["changeableForDays"]);
        foreach (var unknown in new[] { least, most, grace }.Where(property => property.IsUnknown))
        {
            yield return Verdict.Unknown(unknown.Path);
        }

        if (!least.IsUnknown && (least.Number ?? 0) < parameters["minimumDays"])
        {
            yield return Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"least retention is {least.Number ?? 0} days, {parameters["minimumDays"]} needed"),
                "minRetentionDays");
        }

        if (most.Number < least.Number)
        {
            yield return Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"most retention of {most.Number} days is under the least of {least.Number}"), "maxRetentionDays");
        }

        // An air-gapped vault is locked in compliance mode from the start.
        if (node.Type == BackupTypes.VaultLockConfiguration && grace.IsAbsent)
        {
            yield return Verdict.Violation("lock is in governance mode, which the account may take off: changeableForDays is not stated", "changeableForDays");
        }

        if (grace.Number < LeastGrace)
        {
            yield return Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"lock can be taken back for {grace.Number} days, {LeastGrace} needed"), "changeableForDays");
        }
    }
}
