using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

/// <summary>The vaults that plans write to.</summary>
internal static class BackupVaults
{
    public static readonly string[] Types = [BackupTypes.Vault, BackupTypes.LogicallyAirGappedVault];

    public static Reference Target(Estate estate, PlanRule rule) => InRegion(estate, rule.Plan, rule.Rule["targetVaultName"]);

    public static Reference Destination(Estate estate, Node plan, Prop copy) => estate.References.Follow(plan, copy["destinationVaultArn"], Types);

    /// <summary>What a vault keeps at least and at most, in days, where it is locked; null where a bound is absent or unknown.</summary>
    public static (double? Least, double? Most) Bounds(Estate estate, Node vault)
    {
        var bounds = vault.Type == BackupTypes.LogicallyAirGappedVault ? vault : estate.UsersOf(vault, BackupTypes.VaultLockConfiguration, "backupVaultName") is [var first, ..] ? first : null;
        return (bounds?["minRetentionDays"].Number, bounds?["maxRetentionDays"].Number);
    }

    // The name of a vault says nothing of its Region, so the vault of the plan's own Region goes first.
    private static Reference InRegion(Estate estate, Node plan, Prop name)
    {
        var reference = estate.References.Follow(plan, name, Types);
        if (reference.Target is { } found && found.Region != plan.Region && name.Text is { } text)
        {
            var near = estate.OfTypes(Types).FirstOrDefault(vault => vault.Region == plan.Region && vault["name"].Text == text);
            return near is null ? reference : reference with { Target = near };
        }

        return reference;
    }
}
