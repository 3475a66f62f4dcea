using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class MinorUpgradesAreTakenTests
{
    private static readonly MinorUpgradesAreTaken Rule = new();

    [Theory]
    [InlineData("aws:rds/instance:Instance", """{}""")]
    [InlineData("aws:rds/instance:Instance", """{ "autoMinorVersionUpgrade": true }""")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "preferredMaintenanceWindow": "sun:03:00-sun:04:00" }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/instance:Instance", """{ "autoMinorVersionUpgrade": false }""", "minor upgrades are off")]
    [InlineData(
        "aws:redshift/cluster:Cluster", """{ "preferredMaintenanceWindow": "sun:03:00-sun:04:00", "allowVersionUpgrade": false }""",
        "version upgrades are off")]
    [InlineData("aws:redshift/cluster:Cluster", "{}", "it states no maintenance window, so AWS chooses one")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/instance:Instance", """{ "autoMinorVersionUpgrade": "?" }""", "autoMinorVersionUpgrade")]
    [InlineData(
        "aws:redshift/cluster:Cluster", """{ "preferredMaintenanceWindow": "sun:03:00-sun:04:00", "allowVersionUpgrade": "?" }""", "allowVersionUpgrade")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
