using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupVaultLockIsSound() : ResourceRule(BackupTypes.VaultLockConfiguration, BackupTypes.LogicallyAirGappedVault)
{
    private static readonly double LeastGrace = FactBook.Number("backup-vaultlock-grace");

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
                string.Create(CultureInfo.InvariantCulture, $"minRetentionDays is {least.Number ?? 0}, {parameters["minimumDays"]} needed"),
                "minRetentionDays");
        }

        if (most.Number < least.Number)
        {
            yield return Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"maxRetentionDays is {most.Number}, below minRetentionDays {least.Number}"), "maxRetentionDays");
        }

        // An air-gapped vault is locked in compliance mode from the start.
        if (node.Type == BackupTypes.VaultLockConfiguration && grace.IsAbsent)
        {
            yield return Verdict.Violation("the lock is in governance mode, so the account can remove it: changeableForDays is not set", "changeableForDays");
        }

        if (grace.Number < LeastGrace)
        {
            yield return Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"changeableForDays is {grace.Number}, {LeastGrace} needed"), "changeableForDays");
        }
    }
}
