using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupVaultLockIsSoundTests
{
    private static readonly BackupVaultLockIsSound Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"minRetentionDays\": 7", "\"minRetentionDays\": 6", "minRetentionDays is 6, 7 needed")]
    [InlineData("\"maxRetentionDays\": 400", "\"maxRetentionDays\": 6", "below minRetentionDays")]
    [InlineData("\"minRetentionDays\": 7", "\"minRetentionDays\": 7, \"changeableForDays\": 2", "changeableForDays is 2, 3 needed")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("", "lock: the lock is in governance mode, so the account can remove it: changeableForDays is not set")]
    [InlineData(", \"changeableForDays\": 3", null)]
    public void LockThatTheAccountMayTakeOff_IsAViolation(string grace, string? violation) => Assert.Equal(
        violation is null ? [] : [violation],
        new TestGraph()
            .Add("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "lock", $$"""{ "backupVaultName": "home", "minRetentionDays": 7{{grace}} }""")
            .Violations(Rule));

    [Theory]
    [InlineData("\"minRetentionDays\": 7", "\"minRetentionDays\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
