using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class DataIsEncryptedInTransitTests
{
    private static readonly DataIsEncryptedInTransit Rule = new();

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "atRestEncryptionEnabled": true, "transitEncryptionEnabled": true }""")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "globalReplicationGroupId": "g" }""")]
    [InlineData(
        "aws:opensearch/domain:Domain",
        """{ "encryptAtRest": { "enabled": true }, "nodeToNodeEncryption": { "enabled": true }, "domainEndpointOptions": { "enforceHttps": true } }""")]
    [InlineData("aws:msk/cluster:Cluster", "{}")]
    [InlineData("aws:msk/cluster:Cluster", """{ "encryptionInfo": { "encryptionInTransit": { "clientBroker": "TLS" } } }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "atRestEncryptionEnabled": true }""", "connections are not encrypted")]
    [InlineData(
        "aws:elasticache/replicationGroup:ReplicationGroup", """{ "globalReplicationGroupId": "g", "transitEncryptionEnabled": false }""",
        "connections are not encrypted")]
    [InlineData(
        "aws:opensearch/domain:Domain",
        """{ "encryptAtRest": { "enabled": true }, "nodeToNodeEncryption": { "enabled": false }, "domainEndpointOptions": { "enforceHttps": true } }""",
        "node-to-node traffic is not encrypted")]
    [InlineData(
        "aws:opensearch/domain:Domain",
        """{ "encryptAtRest": { "enabled": true }, "nodeToNodeEncryption": { "enabled": true }, "domainEndpointOptions": { "enforceHttps": false } }""",
        "it accepts plain HTTP")]
    [InlineData(
        "aws:msk/cluster:Cluster", """{ "encryptionInfo": { "encryptionInTransit": { "clientBroker": "TLS_PLAINTEXT" } } }""",
        "clientBroker is TLS_PLAINTEXT, TLS needed")]
    [InlineData("aws:msk/cluster:Cluster", """{ "encryptionInfo": { "encryptionInTransit": { "inCluster": false } } }""",
        "traffic between brokers is not encrypted")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData(
        "aws:opensearch/domain:Domain",
        """{ "encryptAtRest": { "enabled": true }, "nodeToNodeEncryption": { "enabled": true }, "domainEndpointOptions": { "enforceHttps": "?" } }""",
        "domainEndpointOptions.enforceHttps")]
    [InlineData(
        "aws:msk/cluster:Cluster", """{ "encryptionInfo": { "encryptionInTransit": { "inCluster": "?" } } }""", "encryptionInfo.encryptionInTransit.inCluster")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
