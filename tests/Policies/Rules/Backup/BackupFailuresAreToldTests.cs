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
}
