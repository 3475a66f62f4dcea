using DrInfra.Policies.Rules.Search;

namespace DrInfra.Tests.Policies.Rules.Search;

public class SearchDomainHasThreeDataNodesTests
{
    private static readonly SearchDomainHasThreeDataNodes Rule = new();

    [Theory]
    [InlineData("""{ "clusterConfig": { "instanceCount": 3 } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "clusterConfig": { "instanceCount": 2 } }""", "instanceCount is 2, 3 needed")]
    [InlineData("{}", "instanceCount is 1, 3 needed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"docs: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "clusterConfig": { "instanceCount": "?" } }""", "clusterConfig.instanceCount")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"docs: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:opensearch/domain:Domain", "docs", inputs);
}
