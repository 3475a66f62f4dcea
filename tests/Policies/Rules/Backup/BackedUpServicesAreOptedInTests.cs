using DrInfra.Policies.Rules.Backup;

namespace DrInfra.Tests.Policies.Rules.Backup;

public class BackedUpServicesAreOptedInTests
{
    private static readonly BackedUpServicesAreOptedIn Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData(
        "\"resourceTypeOptInPreference\": { \"DynamoDB\": true }", "\"resourceTypeOptInPreference\": { \"DynamoDB\": false }",
        "DynamoDB is off in resourceTypeOptInPreference")]
    [InlineData(
        "\"resourceTypeManagementPreference\": { \"DynamoDB\": true }", "\"resourceTypeManagementPreference\": { \"DynamoDB\": false }",
        "DynamoDB is off in resourceTypeManagementPreference")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Theory]
    [InlineData("\"resourceTypeOptInPreference\": { \"DynamoDB\": true }", "\"resourceTypeOptInPreference\": { \"EFS\": true }")]
    public void Unknown_IsReportedAsUnknown(string from, string to) =>
        BackupGraph.AssertNoticed(Rule, from, to, "?");

    [Theory]
    [InlineData("settings")]
    public void NotInTheGraph_IsReportedAsUnknown(string without) =>
        BackupGraph.AssertNoticedWithout(Rule, without, "?");
}
