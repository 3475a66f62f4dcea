using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupJobsAreReportedTests
{
    private static readonly BackupJobsAreReported Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"regions\": [\"eu-central-1\"]", "\"regions\": [\"eu-west-1\"]", "no RESTORE_JOB_REPORT covers")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("report-backup", "no BACKUP_JOB_REPORT covers eu-west-1")]
    [InlineData("report-copy", "no COPY_JOB_REPORT covers eu-west-1")]
    [InlineData("report-restore", "no RESTORE_JOB_REPORT covers eu-central-1")]
    public void TakenAway_IsAViolation(string without, string message) =>
        BackupGraph.AssertNoticedWithout(Rule, without, message);

    [Theory]
    [InlineData("\"COPY_JOB_REPORT\"", "\"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
