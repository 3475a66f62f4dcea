using DrInfra.Policies.Rules.Warehouses;

namespace DrInfra.Tests.Policies.Rules.Warehouses;

public class WarehouseIsEncryptedTests
{
    private static readonly WarehouseIsEncrypted Rule = new();

    [Theory]
    [InlineData("""{ "encrypted": "true" }""")]
    [InlineData("""{ "encrypted": true }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "its data is not encrypted")]
    [InlineData("""{ "encrypted": "false" }""", "its data is not encrypted")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"marts: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "encrypted": "?" }""", "encrypted")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"marts: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:redshift/cluster:Cluster", "marts", inputs);
}
