using DrInfra.Policies.Rules.Search;

namespace DrInfra.Tests.Policies.Rules.Search;

public class SearchDomainIsLoggedAndReachedPrivatelyTests
{
    private static readonly SearchDomainIsLoggedAndReachedPrivately Rule = new();

    [Theory]
    [InlineData("""{ "vpcOptions": { "subnetIds": ["s"] }, "logPublishingOptions": [{ "logType": "ES_APPLICATION_LOGS" }] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "logPublishingOptions": [{ "logType": "ES_APPLICATION_LOGS" }] }""", "it has a public endpoint: vpcOptions is not stated")]
    [InlineData(
        """{ "vpcOptions": { "subnetIds": ["s"] }, "logPublishingOptions": [{ "logType": "ES_APPLICATION_LOGS", "enabled": false }] }""",
        "error logs are not published: no log of type ES_APPLICATION_LOGS")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"docs: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "vpcOptions": "?", "logPublishingOptions": "?" }""", "logPublishingOptions")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"docs: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:opensearch/domain:Domain", "docs", inputs);
}
