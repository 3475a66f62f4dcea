using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupVaultPolicyAllowsBackupsTests
{
    private static readonly BackupVaultPolicyAllowsBackups Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("backup:DeleteRecoveryPoint", "backup:CopyIntoBackupVault", "denies every principal backup:CopyIntoBackupVault")]
    [InlineData("backup:DeleteRecoveryPoint", "backup:*", "denies every principal")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);
}
