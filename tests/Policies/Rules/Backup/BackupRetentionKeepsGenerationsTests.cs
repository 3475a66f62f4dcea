using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupRetentionKeepsGenerationsTests
{
    private static readonly BackupRetentionKeepsGenerations Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"deleteAfter\": 8", "\"deleteAfter\": 7")]
    [InlineData(", \"lifecycle\": { \"deleteAfter\": 28 }", "")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("\"deleteAfter\": 8", "\"deleteAfter\": 6", "daily backups of rule daily are retained 6 days, 7 needed")]
    [InlineData("\"deleteAfter\": 28", "\"deleteAfter\": 27", "weekly backups of rule weekly are retained 27 days, 28 needed")]
    [InlineData("cron(0 5 ? * SUN *)", "cron(0 5 1 * ? *)", "monthly backups of rule weekly are retained 28 days, 365 needed")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"deleteAfter\": 8", "\"deleteAfter\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
