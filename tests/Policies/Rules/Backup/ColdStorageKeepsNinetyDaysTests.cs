using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class ColdStorageKeepsNinetyDaysTests
{
    private static readonly ColdStorageKeepsNinetyDays Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"deleteAfter\": 28", "\"deleteAfter\": 120, \"coldStorageAfter\": 30")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("\"deleteAfter\": 28", "\"deleteAfter\": 119, \"coldStorageAfter\": 30", "deleted after 119 days, 120 needed")]
    [InlineData("\"deleteAfter\": 28", "\"coldStorageAfter\": 6", "cold storage after 6 days, 7 days in warm storage needed")]
    [InlineData("\"deleteAfter\": 9", "\"deleteAfter\": 9, \"coldStorageAfter\": 7", "97 needed")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"deleteAfter\": 28", "\"deleteAfter\": 120, \"coldStorageAfter\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
