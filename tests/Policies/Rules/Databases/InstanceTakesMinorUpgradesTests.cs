using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class InstanceTakesMinorUpgradesTests
{
    private static readonly InstanceTakesMinorUpgrades Rule = new();

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "autoMinorVersionUpgrade": true }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "autoMinorVersionUpgrade": false }""", "minor upgrades are off")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "autoMinorVersionUpgrade": "?" }""", "autoMinorVersionUpgrade")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:rds/instance:Instance", "data", inputs);
}
