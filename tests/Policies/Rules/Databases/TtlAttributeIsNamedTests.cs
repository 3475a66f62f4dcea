using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class TtlAttributeIsNamedTests
{
    private static readonly TtlAttributeIsNamed Rule = new();

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "ttl": { "enabled": true, "attributeName": "expiresAt" } }""")]
    [InlineData("""{ "ttl": { "enabled": false } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "ttl": { "enabled": true } }""", "TTL is enabled without an attribute name")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "data", inputs);
}
