using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class KeyspaceTableUsesSupportedFeaturesTests
{
    private static readonly KeyspaceTableUsesSupportedFeatures Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "capacitySpecification": { "throughputMode": "PAY_PER_REQUEST" }, "clientSideTimestamps": { "status": "ENABLED" } }""")]
    [InlineData("""{ "encryptionSpecification": { "type": "AWS_OWNED_KMS_KEY" } }""")]
    [InlineData("""{ "encryptionSpecification": "?", "capacitySpecification": "?", "clientSideTimestamps": "?" }""")]
    public void WhatTheServiceTakes_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "encryptionSpecification": { "type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyIdentifier": "arn:x" } }""",
        "it is in several Regions, where Keyspaces takes no key but its own")]
    [InlineData(
        """{ "clientSideTimestamps": { "status": "DISABLED" } }""", "it is in several Regions, where client-side timestamps tell which writer was the last")]
    [InlineData(
        """{ "capacitySpecification": { "throughputMode": "PROVISIONED" } }""",
        "it is in several Regions, and throughputMode is PROVISIONED: Keyspaces wants it on demand, or scaled by its own interface")]
    public void WhatTheServiceRefuses_IsAViolationAndNoCopy(string inputs, string message) =>
        Assert.Equal([$"rows: {message}"], Graph(inputs).Violations(Rule));

    [Fact]
    public void TableOfOneRegion_TakesAnything() => Assert.Empty(
        Graph("""{ "capacitySpecification": { "throughputMode": "PROVISIONED" } }""", """{ "replicationStrategy": "SINGLE_REGION" }""").Violations(Rule));

    private static TestGraph Graph(
        string inputs, string replication = """{ "replicationStrategy": "MULTI_REGION", "regionLists": ["eu-west-1", "eu-central-1"] }""") => new TestGraph()
        .Add("aws:keyspaces/keyspace:Keyspace", "space", $$"""{ "name": "orders", "replicationSpecification": {{replication}} }""")
        .Add("aws:keyspaces/table:Table", "rows", inputs).With("rows", "keyspaceName", "orders");
}
