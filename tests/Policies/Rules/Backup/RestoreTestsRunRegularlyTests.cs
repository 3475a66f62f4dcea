using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class RestoreTestsRunRegularlyTests
{
    private static readonly RestoreTestsRunRegularly Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"selectionWindowDays\": 31", "\"selectionWindowDays\": 365")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("cron(0 9 15 * ? *)", "cron(0 9 15 JAN,JUL ? *)", "every 184 days, every 92 needed")]
    [InlineData("cron(0 9 15 * ? *)", "cron(0 9 15 * *)", "is not valid")]
    [InlineData("\"selectionWindowDays\": 31", "\"selectionWindowDays\": 0", "1 to 365 allowed")]
    [InlineData("LATEST_WITHIN_WINDOW", "OLDEST", "LATEST_WITHIN_WINDOW or RANDOM_WITHIN_WINDOW needed")]
    [InlineData("\"startWindowHours\": 8", "\"startWindowHours\": 169", "1 to 168")]
    [InlineData("[\"SNAPSHOT\"]", "[]", "no recovery point type")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"cron(0 9 15 * ? *)\"", "\"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
