namespace DrInfra.Infra.Permissions;

/// <summary>The policy of the ordinary backup vaults.</summary>
public static class VaultPolicy
{
    /// <summary>
    /// Nobody deletes a backup by hand: backups go when their days are over, and everything sooner is a mistake or an attack. Whoever
    /// may edit this policy can still lift it, else nobody could ever repair it; what such a person cannot empty is the air-gapped
    /// vault. The resource of a vault's policy is the vault's content, which takes no narrower name: a recovery point's ARN is random.
    /// https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
    /// </summary>
    public static string KeepRecoveryPoints() => PolicyDocument.Of(new Statement
    {
        Sid = "AnyRecoveryPointStaysForItsDays",
        Effect = "Deny",
        Principal = new() { ["AWS"] = ["*"] },
        Action =
        [
            "backup:DeleteBackupVault", "backup:DeleteBackupVaultAccessPolicy", "backup:DeleteRecoveryPoint",
            "backup:UpdateRecoveryPointLifecycle",
        ],
        Resource = ["*"],
    });
}
