using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class KmsKeyIsInTheSameRegionTests
{
    private static readonly KmsKeyIsInTheSameRegion Rule = new();

    [Theory]
    [InlineData("primary", """{ "kmsKeyId": "alias/data" }""")]
    [InlineData("primary", """{ "kmsKeyId": null }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("standby", """{ "kmsKeyId": "arn:aws:kms:eu-west-1:1:key/a" }""", "standby: the storage is in eu-central-1, its key in eu-west-1")]
    [InlineData(
        "writer", """{ "performanceInsightsKmsKeyId": "arn:aws:kms:eu-central-1:1:key/a" }""",
        "writer: performance insights is in eu-west-1, its key in eu-central-1")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("writer", """{ "performanceInsightsKmsKeyId": "?" }""", "writer: performanceInsightsKmsKeyId")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));

    [Theory]
    [InlineData("eu-central-1", "eu-central-1", true)]
    [InlineData("eu-west-1", "eu-central-1", false)]
    public void ReplicaOfATable_NeedsAKeyOfItsRegion(string keyRegion, string replicaRegion, bool sound)
    {
        var graph = new TestGraph()
            .Add("aws:kms/key:Key", "key", region: keyRegion)
            .Add("aws:dynamodb/table:Table", "orders", $$"""{ "replicas": [{ "regionName": "{{replicaRegion}}", "kmsKeyArn": "?" }] }""",
                dependencies: ("replicas", "aws:kms/key:Key", "key"));
        string[] expected = sound ? [] : [$"orders: the replica in {replicaRegion} is in {replicaRegion}, its key in {keyRegion}"];
        Assert.Equal(expected, graph.Violations(Rule));
    }
}
