using System.Collections.Concurrent;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>What keeps backups of a store from being made, from reaching a vault, or from being restored out of it.</summary>
internal static class BackupFaults
{
    // Backups of the others are encrypted with the store's own key, and not with the vault's. Source: the AWS Backup guide, "Feature
    // availability by resource", full AWS Backup management.
    private static readonly string[] FullyManaged = [BackupStores.DynamoDb, BackupStores.S3, BackupStores.Efs];

    // Services that AWS Backup manages in full only where the Region's settings say so.
    private static readonly string[] ManagedByChoice = [BackupStores.DynamoDb, BackupStores.Efs];

    /// <summary>Nothing is backed up that the Region's settings leave out; unknown where no settings are in the graphs, or none on the service.</summary>
    public static Reason? OptIn(Estate estate, Node user, string service) => Preference(estate, user, "resourceTypeOptInPreference", service);

    /// <summary>
    /// Backups of these services leave their Region and account only where AWS Backup manages them in full (fact
    /// backup-xregion-supported); null for the other services.
    /// </summary>
    public static Reason? Management(Estate estate, Node user, string service) =>
        ManagedByChoice.Contains(service, StringComparer.Ordinal) ? Preference(estate, user, "resourceTypeManagementPreference", service) : null;

    /// <summary>A selection works through a role that exists and lets AWS Backup in.</summary>
    public static Reason? Role(Estate estate, BackupSelection selection) =>
        UseOf(estate, selection) is { } use ? RoleAccess.Refused(estate, use) : new Reason("the selection has no role", selection.Node, "iamRoleArn");

    /// <summary>The role backs the store up.</summary>
    public static IReadOnlyList<Reason> Taking(Estate estate, BackupSelection selection, PlanRule? rule, BackupStore store) =>
        Once(estate, new Question(selection.Node, rule?.Rule.Path, null, store), () => RoleOf(estate, selection) is not { } role ? []
            : RoleAccess.Lacks(estate, selection.Node, role, BackupRoleNeeds.ToBackUp(estate, rule, store, Accounts.Of(role) ?? IamPattern.AnyAccount)));

    /// <summary>The rule's own vault takes the backup.</summary>
    public static IEnumerable<Reason> Into(Estate estate, BackupSelection selection, PlanRule rule, Node vault)
    {
        if (vault.Region is { } region && rule.Plan.Region is { } own && region != own)
        {
            yield return new Reason(
                $"vault {rule.Rule["targetVaultName"]} of rule {rule.Name} is in {region}, not in {own}", rule.Plan, rule.Rule["targetVaultName"].Path);
        }

        if (BackupVaults.RefusesRetention(estate, rule, vault, rule.DeleteAfter) is { } refused)
        {
            yield return refused;
        }

        foreach (var reason in ShutOut(estate, selection, vault, "backup:StartBackupJob"))
        {
            yield return reason;
        }
    }

    /// <summary>The copy is made, and its vault takes it.</summary>
    /// <param name="copy">The rule's block on the copy.</param>
    /// <param name="vault">The vault, where it is declared.</param>
    public static IEnumerable<Reason> Copying(
        Estate estate, BackupSelection selection, PlanRule rule, Prop copy, BackupStore store, Reference destination, Node? vault)
    {
        if (Management(estate, rule.Plan, store.Service) is { } unmanaged && destination.Region != rule.Plan.Region)
        {
            yield return unmanaged;
        }

        if (BackupVaults.Target(estate, rule).Target is { } source)
        {
            foreach (var reason in ShutOut(estate, selection, source, "backup:CopyFromBackupVault", "backup:StartCopyJob"))
            {
                yield return reason;
            }
        }

        if (vault is not null)
        {
            if (BackupVaults.RefusesRetention(estate, rule, vault, copy["lifecycle"]["deleteAfter"]) is { } refused)
            {
                yield return refused;
            }

            foreach (var reason in ShutOut(estate, selection, vault, "backup:CopyIntoBackupVault"))
            {
                yield return reason;
            }
        }

        if (BackupVaults.IsForeign(rule.Plan, destination) && ToAnotherAccount(estate, store, BackupVaults.AccountOf(destination)!) is { } kept)
        {
            yield return kept;
        }

        foreach (var reason in RoleCopies(estate, selection, rule, copy, store))
        {
            yield return reason;
        }
    }

    /// <summary>The role copies what it backed up.</summary>
    public static IReadOnlyList<Reason> RoleCopies(Estate estate, BackupSelection selection, PlanRule rule, Prop copy, BackupStore store) =>
        Once(estate, new Question(selection.Node, rule.Rule.Path, copy.Path, store), () => RoleOf(estate, selection) is not { } role ? []
            : RoleAccess.Lacks(estate, selection.Node, role, BackupRoleNeeds.ToCopy(estate, rule, copy, store, Accounts.Of(role) ?? IamPattern.AnyAccount)));

    /// <summary>
    /// Why a backup cannot be copied to another account; null where it can. The policy of a key that AWS manages cannot be changed, and a
    /// customer's must let the other account use it. Source: the AWS Backup guide, "Encryption for a backup copy to a different account or
    /// AWS Region".
    /// </summary>
    public static Reason? ToAnotherAccount(Estate estate, BackupStore store, string account)
    {
        if (FullyManaged.Contains(store.Service, StringComparer.Ordinal))
        {
            return null;
        }

        var (owner, stated) = StoreKeys.Stated(estate, store);
        switch (StoreKeys.IsUnderManagedKey(estate, store))
        {
            case true:
                return new Reason(
                    $"{store.Display} is encrypted with an AWS managed key, so its backups cannot be copied to another account", store.Node, stated.Path);
            case null:
                return Reason.Unknown(owner, stated.Path);
        }

        if (StoreKeys.Of(estate, store) is not { } key)
        {
            return null;
        }

        var policies = KeyPolicies.Of(estate, key);
        return policies.FirstOrDefault(policy => policy.IsUnknown) is { } unknown ? Reason.Unknown(unknown.Owner, unknown.Path)
            : policies.SelectMany(policy => policy.Statements)
                .Any(statement => statement.Allows && statement.Covers("kms:CreateGrant") && statement.ConcernsAccount(account))
                ? null
                : new Reason($"the policy of the key {key.Name} does not allow account {account}", key, "policy");
    }

    /// <summary>The use of the selection's role; null where it names none.</summary>
    public static RoleUse? UseOf(Estate estate, BackupSelection selection) => RoleUse.Of(estate, selection.Node, "iamRoleArn", ["backup.amazonaws.com"]);

    private static Node? RoleOf(Estate estate, BackupSelection selection) => UseOf(estate, selection)?.Role.Target;

    // The figures ask what the rules ask.
    private static IReadOnlyList<Reason> Once(Estate estate, Question question, Func<IEnumerable<Reason>> answer) =>
        estate.Once(static _ => new Answers()).ByQuestion.GetOrAdd(question, static (_, answer) => [.. answer()], answer);

    private static IEnumerable<Reason> ShutOut(Estate estate, BackupSelection selection, Node vault, params string[] actions)
    {
        var who = RoleOf(estate, selection) is { } role ? PolicyPrincipal.Of(role) : null;
        return BackupVaults.Denied(estate, vault, who, actions)
            .Select(denied => new Reason($"the vault's policy denies {(who is null ? "every principal" : "the role")} {denied.Action}", denied.Policy,
                "policy"));
    }

    // A service that the map leaves out stays as the account has it.
    private static Reason? Preference(Estate estate, Node user, string preference, string service)
    {
        var settings = estate.OfType(BackupTypes.RegionSettings).Where(node => node.Region == user.Region).ToArray();
        if (settings.Length == 0)
        {
            return Reason.Unknown(user, preference);
        }

        var node = settings[0];
        return node[preference][service] switch
        {
            { Flag: true } => null,
            { Flag: false } => new Reason($"{service} is off in {preference} of {node.Region}, but a plan selects it", node, $"{preference}.{service}"),
            _ => Reason.Unknown(node, $"{preference}.{service}"),
        };
    }

    private sealed record Question(Node Selection, string? Rule, string? Copy, BackupStore Store);

    private sealed class Answers
    {
        public ConcurrentDictionary<Question, Reason[]> ByQuestion { get; } = new();
    }
}
