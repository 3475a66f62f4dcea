using DrInfra.Policies.Rules.Search;

namespace DrInfra.Tests.Policies.Rules.Search;

public class SearchDomainHasDedicatedMastersTests
{
    private static readonly SearchDomainHasDedicatedMasters Rule = new();

    [Theory]
    [InlineData("""{ "clusterConfig": { "dedicatedMasterEnabled": true, "dedicatedMasterCount": 3 } }""")]
    [InlineData("""{ "clusterConfig": { "dedicatedMasterEnabled": true, "dedicatedMasterCount": 5 } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "clusterConfig": { "dedicatedMasterEnabled": true, "dedicatedMasterCount": 2 } }""", "dedicatedMasterCount is 2, 3 needed")]
    [InlineData(
        """{ "clusterConfig": { "dedicatedMasterEnabled": true, "dedicatedMasterCount": 4 } }""",
        "4 master nodes can split evenly, an odd number needed")]
    [InlineData("{}", "it has no dedicated masters, three needed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"docs: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "clusterConfig": { "dedicatedMasterEnabled": "?" } }""", "clusterConfig.dedicatedMasterEnabled")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"docs: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:opensearch/domain:Domain", "docs", inputs);
}
