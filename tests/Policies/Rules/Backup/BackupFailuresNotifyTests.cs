using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupFailuresNotifyTests
{
    private static readonly BackupFailuresNotify Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"COPY_JOB_FAILED\"", "\"RECOVERY_POINT_MODIFIED\"", "no notification of the vault reports COPY_JOB_FAILED")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("notifications", "no alarm, event or notification reports failed backups of this vault")]
    public void TakenAway_IsAViolation(string without, string message) =>
        BackupGraph.AssertNoticedWithout(Rule, without, message);

    [Theory]
    [InlineData("NumberOfBackupJobsFailed", "home", 0)]
    [InlineData("NumberOfBackupJobsCompleted", "home", 0)]
    [InlineData("NumberOfBackupJobsFailed", "other", 1)]
    [InlineData("NumberOfBackupJobsCreated", "home", 1)]
    public void AlarmOfTheVault_Tells(string metric, string vault, int violations) => Assert.Equal(violations, new TestGraph()
        .Add("aws:backup/vault:Vault", "vault", """{ "name": "home" }""")
        .Add("aws:backup/plan:Plan", "plan", """{ "rules": [{ "ruleName": "daily", "targetVaultName": "home" }] }""")
        .Add(
            "aws:cloudwatch/metricAlarm:MetricAlarm", "failed",
            $$"""{ "namespace": "AWS/Backup", "metricName": "{{metric}}", "dimensions": { "BackupVaultName": "{{vault}}" } }""")
        .Violations(Rule).Length);

    [Fact]
    public void NothingOfTheRegionIsInTheGraph_IsReportedAsUnknown() => Assert.Equal(["vault: name"], new TestGraph()
        .Add("aws:backup/vault:Vault", "vault", """{ "name": "home" }""")
        .Add("aws:backup/plan:Plan", "plan", """{ "rules": [{ "ruleName": "daily", "targetVaultName": "home" }] }""").Unknown(Rule));
}
