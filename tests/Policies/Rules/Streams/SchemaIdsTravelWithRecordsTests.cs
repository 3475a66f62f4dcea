using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class SchemaIdsTravelWithRecordsTests
{
    private const string Registry = "aws:glue/registry:Registry";
    private const string Replicator = "aws:msk/replicator:Replicator";
    private const string Mirror = "kubernetes:kafka.strimzi.io/v1beta2:KafkaMirrorMaker2";
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string Everything = """["[^_].*"]""";

    [Fact]
    public void GlueRegistriesOfReplicatedRecords_AreAViolation() => Assert.Equal(
        [
            "other: copy replicates records with ids of schema versions as they are, and each Region's registry has ids of its own",
            "schemas: copy replicates records with ids of schema versions as they are, and each Region's registry has ids of its own",
        ],
        Registries().Add(Replicator, "copy", Replicates(Everything), "eu-central-1").Violations(new SchemaIdsTravelWithRecords()).Order());

    [Fact]
    public void GlueRegistriesWithoutReplication_AreNothingToJudge() => Assert.Empty(Registries().Violations(new SchemaIdsTravelWithRecords()));

    [Fact]
    public void MirrorThatConvertsIds_IsCompliant()
    {
        const string Converted = """
            { "spec": { "mirrors": [{ "sourceConnector": { "config": {
              "value.converter": "com.amazonaws.services.schemaregistry.kafkaconnect.AWSGlueCrossRegionSchemaReplicationConverter" } } }] } }
            """;

        Assert.Empty(Registries().Add(Mirror, "mirror", Converted).Violations(new SchemaIdsTravelWithRecords()));
        Assert.NotEmpty(Registries().Add(Mirror, "mirror", """{ "spec": { "mirrors": [{}] } }""").Violations(new SchemaIdsTravelWithRecords()));
    }

    [Theory]
    [InlineData("https://registry.eu-west-1.example.com", "https://registry.eu-central-1.example.com", Everything, 2)]
    [InlineData("https://registry.eu-west-1.example.com", "https://registry.eu-central-1.example.com", """[".*"]""", 0)]
    [InlineData("https://registry.eu-west-1.example.com", "https://registry.eu-central-1.example.com", """["orders", "_schemas"]""", 0)]
    [InlineData("http://schema-registry:8081", "http://schema-registry:8081", Everything, 2)]
    [InlineData("http://schema-registry.kafka.svc:8081", "http://schema-registry.kafka.svc:8081", Everything, 2)]
    [InlineData("https://registry.example.com", "https://registry.example.com", Everything, 0)]
    public void PodsWithARegistryOfTheirRegion_NeedItsTopicReplicated(string here, string there, string topics, int violations)
    {
        var graph = Consumers(here, there).Add(Replicator, "copy", Replicates(topics), "eu-central-1");

        Assert.Equal(violations, graph.Violations(new SchemaIdsTravelWithRecords()).Length);
    }

    [Fact]
    public void RegistryTopicThatIsLeftOut_IsAViolation() => Assert.Equal(
        2,
        Consumers("http://r:8081", "http://r:8081").Add(Replicator, "copy", Replicates("""[".*"]""", """["_.*"]"""))
            .Violations(new SchemaIdsTravelWithRecords()).Length);

    [Fact]
    public void WhatIsNotKnownYet_IsUnknown()
    {
        Assert.Equal(
            ["copy: topicsToReplicates"],
            Consumers("http://r:8081", "http://r:8081").Add(Replicator, "copy", Replicates("""["?"]""")).Unknown(new SchemaIdsTravelWithRecords()));
        Assert.Contains(
            "consumer-eu-west-1: spec.template.spec.containers[0].env[0].value",
            Consumers("?", "https://r.example.com").Add(Replicator, "copy", Replicates(Everything)).Unknown(new SchemaIdsTravelWithRecords()));
    }

    private static TestGraph Registries() => new TestGraph()
        .Add(Registry, "schemas", """{ "registryName": "orders" }""").Add(Registry, "other", """{ "registryName": "orders" }""", "eu-central-1");

    private static string Replicates(string topics, string excluded = "[]") => $$"""
        { "replicationInfoList": { "topicReplications": [{ "topicsToReplicates": {{topics}}, "topicsToExcludes": {{excluded}} }] } }
        """;

    private static TestGraph Consumers(string here, string there)
    {
        var graph = new TestGraph();
        foreach (var (region, address) in new[] { ("eu-west-1", here), ("eu-central-1", there) })
        {
            graph.Add(Deployment, $"consumer-{region}", $$"""
                { "metadata": { "name": "consumer", "namespace": "orders", "labels": { "dr.drinfra.io/region": "{{region}}" } },
                  "spec": { "template": { "spec": { "containers": [{ "name": "c", "env": [
                    { "name": "SCHEMA_REGISTRY_URL", "value": "{{address}}" }] }] } } } }
                """, region);
        }

        return graph;
    }
}
