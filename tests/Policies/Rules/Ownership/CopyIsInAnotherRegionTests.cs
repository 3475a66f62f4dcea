using DrInfra.Policies.Rules.Ownership;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class CopyIsInAnotherRegionTests
{
    private static readonly CopyIsInAnotherRegion Rule = new();

    [Theory]
    [InlineData("aws:dynamodb/table:Table", """{ "replicas": [{ "regionName": "REGION" }] }""")]
    [InlineData("aws:secretsmanager/secret:Secret", """{ "replicas": [{ "region": "REGION" }] }""")]
    [InlineData("aws:kms/replicaKey:ReplicaKey", """{ "primaryKeyArn": "arn:aws:kms:REGION:1:key/a" }""")]
    public void SameRegion_IsAViolation(string type, string inputs)
    {
        Assert.Equal(["it: the copy and its source are both in eu-west-1"], Copies(type, inputs, "eu-west-1").Violations(Rule));
        Assert.Empty(Copies(type, inputs, "eu-central-1").Violations(Rule));
    }

    [Theory]
    [InlineData("aws:dynamodb/table:Table", "{}")]
    public void NoCopy_IsNotJudged(string type, string inputs) => Assert.Empty(Copies(type, inputs, "").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(
        ["it: replicas[0].regionName"], Copies("aws:dynamodb/table:Table", """{ "replicas": [{ "regionName": "?" }] }""", "").Unknown(Rule));

    private static TestGraph Copies(string type, string inputs, string region) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "west", """{ "bucket": "copy-eu-west-1" }""")
        .Add("aws:s3/bucket:Bucket", "central", """{ "bucket": "copy-eu-central-1" }""", "eu-central-1")
        .Add(type, "it", inputs.Replace("REGION", region, StringComparison.Ordinal));
}
