using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupCopyOutlivesItsSourceTests
{
    private static readonly BackupCopyOutlivesItsSource Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"deleteAfter\": 9", "\"deleteAfter\": 8")]
    [InlineData(", \"lifecycle\": { \"deleteAfter\": 9 }", "")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("\"deleteAfter\": 9", "\"deleteAfter\": 7", "copies of rule daily are retained 7 days, its backups 8 days")]
    [InlineData(", \"lifecycle\": { \"deleteAfter\": 8 }", "", "its backups without expiry")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"deleteAfter\": 9", "\"deleteAfter\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
