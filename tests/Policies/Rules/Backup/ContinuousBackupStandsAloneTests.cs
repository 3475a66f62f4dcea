using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class ContinuousBackupStandsAloneTests
{
    private static readonly ContinuousBackupStandsAlone Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"deleteAfter\": 35", "\"deleteAfter\": 36", "retained 36 days, 1 to 35 days allowed")]
    [InlineData(", \"lifecycle\": { \"deleteAfter\": 35 }", "", "retained without expiry")]
    [InlineData("\"ruleName\": \"daily\"", "\"ruleName\": \"daily\", \"enableContinuousBackup\": true", "continuous rule daily has a copy")]
    [InlineData("\"deleteAfter\": 35", "\"deleteAfter\": 35, \"coldStorageAfter\": 1", "cold storage")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"enableContinuousBackup\": true", "\"enableContinuousBackup\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
