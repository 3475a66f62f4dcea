using DrInfra.Policies.Rules.Warehouses;

namespace DrInfra.Tests.Policies.Rules.Warehouses;

public class WarehouseTakesUpgradesTests
{
    private static readonly WarehouseTakesUpgrades Rule = new();

    [Theory]
    [InlineData("""{ "preferredMaintenanceWindow": "sun:03:00-sun:04:00" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "preferredMaintenanceWindow": "sun:03:00-sun:04:00", "allowVersionUpgrade": false }""", "it takes no upgrades")]
    [InlineData("{}", "it states no maintenance window: the service picks one")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"marts: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "preferredMaintenanceWindow": "sun:03:00-sun:04:00", "allowVersionUpgrade": "?" }""", "allowVersionUpgrade")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"marts: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:redshift/cluster:Cluster", "marts", inputs);
}
