using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class RestoreTestSelectionIsUsableTests
{
    private static readonly RestoreTestSelectionIsUsable Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"protectedResourceType\": \"DynamoDB\"", "\"protectedResourceType\": \"Aurora\"", "orders is of type DynamoDB, not Aurora")]
    [InlineData("\"protectedResourceType\": \"DynamoDB\"", "\"protectedResourceType\": \"Tape\"", "cannot be tested")]
    [InlineData("\"validationWindowHours\": 8", "\"validationWindowHours\": 169", "0 to 168")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("restore-test", "it restores nothing")]
    public void TakenAway_IsAViolation(string without, string message) =>
        BackupGraph.AssertNoticedWithout(Rule, without, message);

    [Theory]
    [InlineData("table/orders\"], \"validation", "table/other\"], \"validation")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");

    [Theory]
    [InlineData("restore-tests")]
    public void NotInTheGraph_IsReportedAsUnknown(string without) =>
        BackupGraph.AssertNoticedWithout(Rule, without, "?");
}
