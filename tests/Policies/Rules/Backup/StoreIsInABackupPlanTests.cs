using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class StoreIsInABackupPlanTests
{
    private static readonly StoreIsInABackupPlan Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"value\": \"orders\"", "\"value\": \"others\"", "no backup plan in eu-west-1 selects it")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"value\": \"orders\"", "\"value\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
