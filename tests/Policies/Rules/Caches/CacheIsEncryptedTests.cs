using DrInfra.Policies.Rules.Caches;

namespace DrInfra.Tests.Policies.Rules.Caches;

public class CacheIsEncryptedTests
{
    private static readonly CacheIsEncrypted Rule = new();

    [Theory]
    [InlineData("""{ "atRestEncryptionEnabled": true, "transitEncryptionEnabled": true }""")]
    [InlineData("""{ "globalReplicationGroupId": "g" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "transitEncryptionEnabled": true }""", "its data is not encrypted at rest")]
    [InlineData("""{ "atRestEncryptionEnabled": true }""", "connections are not encrypted")]
    [InlineData("""{ "globalReplicationGroupId": "g", "transitEncryptionEnabled": false }""", "connections are not encrypted")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"sessions: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "atRestEncryptionEnabled": "?", "transitEncryptionEnabled": true }""", "atRestEncryptionEnabled")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"sessions: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", inputs);
}
