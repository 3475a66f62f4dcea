using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupStartWindowIsShortTests
{
    private static readonly BackupStartWindowIsShort Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"startWindow\": 60, \"completion", "\"startWindow\": 480, \"completion")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData(
        "\"startWindow\": 60, \"completion", "\"startWindow\": 59, \"completion",
        "the start window of rule daily is 59 minutes, at least 60 needed")]
    [InlineData("\"startWindow\": 60, \"completion", "\"startWindow\": 481, \"completion", "is 481 minutes, at most 480 allowed")]
    [InlineData("\"startWindow\": 60, \"completion", "\"completion", "is not set, so 480 minutes")]
    [InlineData(
        "cron(0 5 ? * * *)\", \"scheduleExpressionTimezone\": \"Etc/UTC\", \"startWindow\": 60", "cron(0 * ? * * *)\", \"startWindow\": 61",
        "is 61 minutes, at most 60 allowed")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"startWindow\": 60, \"completion", "\"startWindow\": \"?\", \"completion")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
