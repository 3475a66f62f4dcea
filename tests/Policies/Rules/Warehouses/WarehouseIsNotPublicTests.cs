using DrInfra.Policies.Rules.Warehouses;

namespace DrInfra.Tests.Policies.Rules.Warehouses;

public class WarehouseIsNotPublicTests
{
    private static readonly WarehouseIsNotPublic Rule = new();

    [Theory]
    [InlineData("""{ "enhancedVpcRouting": true }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "publiclyAccessible": true, "enhancedVpcRouting": true }""", "it can be reached from the internet")]
    [InlineData("{}", "its copies and unloads leave the network: enhancedVpcRouting is off")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"marts: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "publiclyAccessible": "?", "enhancedVpcRouting": true }""", "publiclyAccessible")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"marts: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:redshift/cluster:Cluster", "marts", inputs);
}
