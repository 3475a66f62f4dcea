using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupRetentionFitsItsVaultTests
{
    private static readonly BackupRetentionFitsItsVault Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"deleteAfter\": 10", "\"deleteAfter\": 7")]
    [InlineData("\"deleteAfter\": 10", "\"deleteAfter\": 400")]
    public void SoundInAnotherWay_IsCompliant(string from, string to) =>
        Assert.Empty(BackupGraph.Sound().ChangeAll(from, to).Violations(Rule));

    [Theory]
    [InlineData("\"deleteAfter\": 10", "\"deleteAfter\": 6", "retains backups 6 days, gapped rejects less than 7 days")]
    [InlineData("\"deleteAfter\": 10", "\"deleteAfter\": 401", "rejects more than 400 days")]
    [InlineData(", \"lifecycle\": { \"deleteAfter\": 10 }", "", "without expiry")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"deleteAfter\": 10", "\"deleteAfter\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
