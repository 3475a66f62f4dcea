using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupVaultKeepsItsRecoveryPoints : StackRule
{
    // Each row is one way to lose backups; one denied action of a row closes it.
    private static readonly string[][] Ways =
    [
        ["backup:DeleteRecoveryPoint"],
        ["backup:UpdateRecoveryPointLifecycle"],
        ["backup:DeleteBackupVault"],
        ["backup:DeleteBackupVaultAccessPolicy", "backup:PutBackupVaultAccessPolicy"],
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.OfType(BackupTypes.Vault)
        .Where(vault => context.Estate.UsersOf(vault, BackupTypes.VaultLockConfiguration, "backupVaultName").Count == 0)
        .SelectMany(vault => Judge(context.Estate, vault));

    private static IEnumerable<Finding> Judge(Estate estate, Node vault)
    {
        var policies = estate.UsersOf(vault, BackupTypes.VaultPolicy, "backupVaultName");
        if (policies.Count == 0)
        {
            return [estate.OfType(BackupTypes.VaultPolicy)
                .FirstOrDefault(policy => estate.References.Follow(policy, "backupVaultName", BackupVaults.Types).IsUnknown) is { } unknown
                ? Finding.Unknown(unknown, "backupVaultName")
                : Finding.Violation(vault, "the vault has neither a lock nor a policy, so its recovery points can be deleted")];
        }

        return policies.SelectMany(Judge);
    }

    private static IEnumerable<Finding> Judge(Node policy)
    {
        var property = policy["policy"];
        var document = PolicyDocument.Read(policy, property);
        if (document.IsUnknown || document.IsMalformed)
        {
            return [document.IsUnknown ? Finding.Unknown(policy, "policy") : Finding.Violation(policy, "the vault's policy cannot be read", "policy")];
        }

        var denials = document.Statements.Where(statement => !statement.Allows && statement.IsForEverybody && SparesNoOrdinaryUser(statement)).ToArray();
        string[] open = [.. Ways
            .Where(way => !way.Any(action => denials.Any(denial => denial.Covers(action) && IsForAllRecoveryPoints(denial, policy.Region))))
            .Select(way => way[0])];
        return open.Length == 0 ? [] : [Finding.Violation(policy, $"the vault's policy does not deny every principal {string.Join(", ", open)}", "policy")];
    }

    // An exception for named principals is a way in for a break-glass role; any other condition leaves the door open at times.
    private static bool SparesNoOrdinaryUser(PolicyStatement denial) =>
        denial.Conditions.All(condition => condition.Key.StartsWith("aws:Principal", StringComparison.OrdinalIgnoreCase)
            && condition.Operator.Contains("Not", StringComparison.Ordinal)
            && !condition.Values.Any(value => value.Trim('*').Length == 0));

    private static bool IsForAllRecoveryPoints(PolicyStatement denial, string? region) =>
        denial.Resources.Count > 0 && (denial.Resources.Contains("*")
            || denial.Reaches($"arn:aws:backup:{region}:{IamPattern.AnyAccount}:recovery-point:7d8a-sample") == true);
}
