using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Who can reach a vault, and who can destroy what is in it.</summary>
internal static class VaultAccess
{
    /// <summary>Whether a vault that is not declared may well exist: in another account, or in a Region whose stack is not here.</summary>
    public static bool IsElsewhere(StoreContext context, Node plan, Reference vault)
    {
        if (!Arn.TryParse(vault.Text, out var arn))
        {
            return false;
        }

        var account = Accounts.Of(plan);
        return (account is not null && arn.Account != account)
            || !context.Estate.OfTypes(BackupTypes.Vault, BackupTypes.LogicallyAirGappedVault).Any(other => other.Region == arn.Region);
    }

    /// <summary>Why a vault's backups cannot be read when only its Region is left; null where they can.</summary>
    public static string? KeyLost(StoreContext context, Reference vault, string region) =>
        vault.Target is { } node ? context.KeyLost(node, node["kmsKeyArn"].IsAbsent ? node["encryptionKeyArn"] : node["kmsKeyArn"], region) : null;

    /// <summary>What a vault's backups are good for when an attacker may delete everything that the account may.</summary>
    public static CopyBuilder Account(StoreContext context, Store store, CopyBuilder copy, Reference vault, Derivation age, Derivation restore)
    {
        if (Arn.TryParse(vault.Text, out var arn) && Accounts.Of(store.Node) is { } own && arn.Account != own)
        {
            return copy.Survives(Disruption.Account, age, InRecoveryAccount(context, store, restore));
        }

        if (vault.Target is not { } node)
        {
            return copy.Loses(Disruption.Account, "the account may delete the vault");
        }

        if (node.Type == BackupTypes.LogicallyAirGappedVault)
        {
            var share = VaultShares.Of(context.Estate, node);
            return copy.Survives(Disruption.Account, age, share switch
            {
                VaultShare.Shared => InRecoveryAccount(context, store, restore),
                VaultShare.Unknown => Derivation.Leaf("reach the vault from another account", Figure.Unknown, new Source(SourceKind.Definition, "with whom the vault is shared is unknown")),
                _ => Derivation.Never("reach the vault from another account", $"{node.Name} is shared with no other account"),
            });
        }

        // Without changeableForDays the lock is in governance mode, and the account may take it off.
        var locked = context.Estate.UsersOf(node, BackupTypes.VaultLockConfiguration, "backupVaultName").FirstOrDefault(candidate => candidate["changeableForDays"].Number is not null);
        if (locked is null)
        {
            return copy.Loses(Disruption.Account, "the account may delete the vault's recovery points");
        }

        return node["kmsKeyArn"].IsAbsent
            ? copy.Survives(Disruption.Account, age, restore)
            : copy.Loses(Disruption.Account, "the account may delete the key of the locked vault");
    }

    private static Derivation InRecoveryAccount(StoreContext context, Store store, Derivation restore) => Derivation.Sum(
        "recover in another account",
        context.Estimates.Duration("prepare the recovery account", "account-recovery-preparation", store.Workload, store.Label, store.Node.Urn),
        restore);
}
