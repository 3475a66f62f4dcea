using DrInfra.Policies.Rules.Search;

namespace DrInfra.Tests.Policies.Rules.Search;

public class SearchDomainIsEncryptedTests
{
    private static readonly SearchDomainIsEncrypted Rule = new();

    [Theory]
    [InlineData("""{ "encryptAtRest": { "enabled": true }, "nodeToNodeEncryption": { "enabled": true }, "domainEndpointOptions": { "enforceHttps": true } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "nodeToNodeEncryption": { "enabled": true }, "domainEndpointOptions": { "enforceHttps": true } }""", "its data is not encrypted at rest")]
    [InlineData("""{ "encryptAtRest": { "enabled": true }, "nodeToNodeEncryption": { "enabled": false }, "domainEndpointOptions": { "enforceHttps": true } }""", "its nodes talk without encryption")]
    [InlineData("""{ "encryptAtRest": { "enabled": true }, "nodeToNodeEncryption": { "enabled": true }, "domainEndpointOptions": { "enforceHttps": false } }""", "it answers plain HTTP")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"docs: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "encryptAtRest": { "enabled": true }, "nodeToNodeEncryption": { "enabled": true }, "domainEndpointOptions": { "enforceHttps": "?" } }""", "domainEndpointOptions.enforceHttps")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"docs: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:opensearch/domain:Domain", "docs", inputs);
}
