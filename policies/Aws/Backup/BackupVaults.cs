using System.Globalization;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Ram;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>The vaults that plans write to: who gets in, what they keep, and who can destroy it.</summary>
internal static class BackupVaults
{
    public static readonly string[] Types = [BackupTypes.Vault, BackupTypes.LogicallyAirGappedVault];

    public static Reference Target(Estate estate, PlanRule rule) => InRegion(estate, rule.Plan, rule.Rule["targetVaultName"]);

    public static Reference Destination(Estate estate, Node plan, Prop copy) => estate.References.Follow(plan, copy["destinationVaultArn"], Types);

    /// <summary>
    /// The vaults that a property may mean where only the deployment will tell which: those of the types that it was made from. The
    /// engine tells dependencies of a plan's rules together, so they are more than one rule's.
    /// </summary>
    public static IReadOnlyList<Node> Candidates(Node plan, Reference vault) =>
        vault.IsUnknown ? ReferenceResolver.Declared(plan, "rules", Types) : vault.Target is { } target ? [target] : [];

    /// <summary>Whether a vault that is not declared may well exist: in another account, or in a Region whose stack is not here.</summary>
    public static bool IsElsewhere(Estate estate, Node plan, Reference vault) =>
        Arn.TryParse(vault.Text, out var arn) && (IsForeign(plan, vault) || !estate.OfTypes(Types).Any(other => other.Region == arn.Region));

    /// <summary>Whether a vault is in another account than the plan.</summary>
    public static bool IsForeign(Node plan, Reference vault) =>
        Accounts.Of(plan) is { } own && AccountOf(vault) is { } account && account != own;

    /// <summary>The account of a vault; null where nothing tells.</summary>
    public static string? AccountOf(Reference vault) =>
        vault.Target is { } target ? Accounts.Of(target) : Arn.TryParse(vault.Text, out var arn) && arn.Account.Length > 0 ? arn.Account : null;

    /// <summary>Why a vault takes no backup that is kept so long; null where it does. For ever is longer than any bound.</summary>
    /// <param name="kept">The rule's days; absent = for ever.</param>
    public static Reason? RefusesRetention(Estate estate, PlanRule rule, Node vault, Prop kept)
    {
        var bounds = vault.Type == BackupTypes.LogicallyAirGappedVault ? vault : Locks(estate, vault) is [var first, ..] ? first : null;
        if (bounds is null)
        {
            return null;
        }

        var (least, most) = (bounds["minRetentionDays"], bounds["maxRetentionDays"]);
        if (least.IsAbsent && most.IsAbsent)
        {
            return null;
        }

        if (kept.IsUnknown || least.IsUnknown || most.IsUnknown)
        {
            return kept.IsUnknown ? Reason.Unknown(rule.Plan, kept.Path) : Reason.Unknown(bounds, least.IsUnknown ? least.Path : most.Path);
        }

        var days = kept.Number ?? double.MaxValue;
        var found = kept.Number is null ? "without expiry" : string.Create(CultureInfo.InvariantCulture, $"{days} days");
        return days < least.Number
            ? new Reason(
                string.Create(CultureInfo.InvariantCulture, $"rule {rule.Name} retains backups {found}, {vault.Name} rejects less than {least.Number} days"),
                rule.Plan, kept.Path)
                : days > most.Number
                    ? new Reason(
                        string.Create(CultureInfo.InvariantCulture,
                            $"rule {rule.Name} retains backups {found}, {vault.Name} rejects more than {most.Number} days"),
                        rule.Plan, kept.Path)
                    : null;
    }

    /// <summary>The actions that a vault's policy denies a role, whatever the request; a policy that is unknown denies none that we know of.</summary>
    public static IEnumerable<(Node Policy, string Action)> Denied(Estate estate, Node vault, PolicyPrincipal? role, params IReadOnlyList<string> actions) =>
        from policy in estate.UsersOf(vault, BackupTypes.VaultPolicy, "backupVaultName")
        from action in Denied(policy, role, actions)
        select (policy, action);

    /// <summary>The same of one policy.</summary>
    /// <param name="role">Null: everybody.</param>
    public static IEnumerable<string> Denied(Node policy, PolicyPrincipal? role, params IReadOnlyList<string> actions)
    {
        var denials = PolicyDocument.Read(policy, policy["policy"]).Statements
            .Where(statement => !statement.Allows && statement.Conditions.Count == 0 && (role is null ? statement.IsForEverybody : statement.Concerns(role)))
            .ToArray();
        return actions.Where(action => Array.Exists(denials, denial => denial.Covers(action)));
    }

    /// <summary>Why the backups of a vault cannot be read when only its Region is left; null where they can.</summary>
    public static Reason? KeyUnusable(Estate estate, Node vault, string region) =>
        Keys.Unusable(estate, vault, vault["kmsKeyArn"].IsAbsent ? vault["encryptionKeyArn"] : vault["kmsKeyArn"], region);

    /// <summary>The locks of a vault.</summary>
    public static IReadOnlyList<Node> Locks(Estate estate, Node vault) => estate.UsersOf(vault, BackupTypes.VaultLockConfiguration, "backupVaultName");

    /// <summary>
    /// Why the account can destroy a vault's recovery points, or the key that reads them; null where nobody can before they expire.
    /// Without changeableForDays a lock is in governance mode, and the account may take it off.
    /// </summary>
    public static Reason? Destroyable(Estate estate, Node vault)
    {
        if (vault.Type == BackupTypes.LogicallyAirGappedVault)
        {
            return null;
        }

        var locks = Locks(estate, vault);
        if (locks.FirstOrDefault(candidate => candidate["changeableForDays"].IsUnknown) is { } unknown)
        {
            return Reason.Unknown(unknown, "changeableForDays");
        }

        if (!locks.Any(candidate => candidate["changeableForDays"].Number is not null))
        {
            return locks is [var governance, ..]
                ? new Reason("the account can remove the vault lock: it is in governance mode", governance, "changeableForDays")
                : new Reason("the account can delete the vault's recovery points");
        }

        return vault["kmsKeyArn"].IsAbsent || (vault.Output("kmsKeyArn").IsKnown && vault.Input("kmsKeyArn").IsAbsent)
            ? null
            : new Reason("the account can delete the key of the locked vault", vault, "kmsKeyArn");
    }

    /// <summary>With whom an air-gapped vault is shared, by the associations of its account's own shares.</summary>
    public static IEnumerable<Prop> SharedWith(Estate estate, Node vault) =>
        from association in estate.UsersOf(vault, RamTypes.ResourceAssociation, "resourceArn")
        let share = estate.References.Follow(association, "resourceShareArn", RamTypes.ResourceShare).Target
        where share is not null
        from principal in estate.UsersOf(share, RamTypes.PrincipalAssociation, "resourceShareArn")
        select principal["principal"];

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
