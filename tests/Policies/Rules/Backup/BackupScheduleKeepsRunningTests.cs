using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupScheduleKeepsRunningTests
{
    private static readonly BackupScheduleKeepsRunning Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("cron(0 5 ? * * *)", "cron(0 0/1 ? * * *)")]
    [InlineData("Etc/UTC", "Europe/Dublin")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("\"schedule\": \"cron(0 5 ? * * *)\", ", "", "rule daily has no schedule")]
    [InlineData("cron(0 5 ? * * *)", "cron(0 5 * * * *)", "is not valid")]
    [InlineData("cron(0 5 ? * * *)", "cron(0 5 ? * * 2027)", "ends, or skips years")]
    [InlineData("cron(0 5 ? * * *)", "cron(0/30 5 ? * * *)", "every 30 minutes, once an hour is the most")]
    [InlineData("Etc/UTC", "Etc/UTCx", "not an IANA name")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"cron(0 5 ? * * *)\"", "\"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
