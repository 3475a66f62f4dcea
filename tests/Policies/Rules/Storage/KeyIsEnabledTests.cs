using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class KeyIsEnabledTests
{
    private static readonly KeyIsEnabled Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"isEnabled\": true }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"isEnabled\": false }", "the key is disabled")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["key: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["key: isEnabled"], Graph("{ \"isEnabled\": \"?\" }").Unknown(Rule));

    [Fact]
    public void DisabledReplica_IsAViolation() => Assert.Equal(
        ["replica: the key is disabled"], new TestGraph().Add("aws:kms/replicaKey:ReplicaKey", "replica", """{ "enabled": false }""").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kms/key:Key", "key", inputs);
}
