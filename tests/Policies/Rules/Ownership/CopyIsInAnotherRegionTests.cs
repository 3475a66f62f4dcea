using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class CopyIsInAnotherRegionTests
{
    private static readonly CopyIsInAnotherRegion Rule = new();

    [Theory]
    [InlineData("aws:dynamodb/table:Table", """{ "replicas": [{ "regionName": "eu-west-1" }] }""")]
    [InlineData("aws:secretsmanager/secret:Secret", """{ "replicas": [{ "region": "eu-west-1" }] }""")]
    [InlineData("aws:kms/replicaKey:ReplicaKey", """{ "primaryKeyArn": "arn:aws:kms:eu-west-1:1:key/a" }""")]
    public void SameRegion_IsAViolation(string type, string inputs)
    {
        Assert.Equal(["it: the copy and its source are both in eu-west-1"], Copies(type, inputs).Violations(Rule));
        Assert.Empty(Copies(type, inputs.Change("eu-west-1", "eu-central-1")).Violations(Rule));
    }

    [Fact]
    public void NoCopy_IsNotJudged() => Assert.Empty(Copies("aws:dynamodb/table:Table", "{}").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(
        ["it: replicas[0].regionName"], Copies("aws:dynamodb/table:Table", """{ "replicas": [{ "regionName": "?" }] }""").Unknown(Rule));

    private static TestGraph Copies(string type, string inputs) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "west", """{ "bucket": "copy-eu-west-1" }""")
        .Add("aws:s3/bucket:Bucket", "central", """{ "bucket": "copy-eu-central-1" }""", "eu-central-1")
        .Add(type, "it", inputs);
}
