using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupFailuresAreToldTests
{
    private static readonly BackupFailuresAreTold Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"COPY_JOB_FAILED\"", "\"RECOVERY_POINT_MODIFIED\"", "no notification of the vault tells of COPY_JOB_FAILED")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("notifications", "nothing tells of backups to this vault that fail")]
    public void TakenAway_IsAViolation(string without, string message) =>
        BackupGraph.AssertNoticedWithout(Rule, without, message);

    [Fact]
    public void NothingOfTheRegionIsInTheGraph_IsReportedAsUnknown() => Assert.Equal(["vault: name"], new TestGraph()
        .Add("aws:backup/vault:Vault", "vault", """{ "name": "home" }""")
        .Add("aws:backup/plan:Plan", "plan", """{ "rules": [{ "ruleName": "daily", "targetVaultName": "home" }] }""").Unknown(Rule));
}
