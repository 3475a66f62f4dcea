using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackupPlanHasASelectionTests
{
    private static readonly BackupPlanHasASelection Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"planId\": \"plan-1\", ", "", "the selection names no plan")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("selection", "plan has no selection")]
    public void TakenAway_IsAViolation(string without, string message) =>
        BackupGraph.AssertNoticedWithout(Rule, without, message);

    [Theory]
    [InlineData("\"planId\": \"plan-1\"", "\"planId\": \"?\"")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");
}
