using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class AccessPointRulesTests
{
    private const string Point = "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint";
    private const string Routes = "aws:s3control/multiRegionAccessPointRoutes:MultiRegionAccessPointRoutes";
    private const string Both = """{ "details": { "name": "point", "regions": [{ "bucket": "data-eu-west-1" }, { "bucket": "data-eu-central-1" }] } }""";

    [Fact]
    public void BucketsOfTwoRegionsThatReplicate_AreCompliant()
    {
        var graph = ReplicatedBuckets.Graph().Add(Point, "point", Both);

        Assert.Empty(graph.Violations(new AccessPointCanFailOver()));
        Assert.Empty(graph.Violations(new AccessPointBucketsHoldTheSame()));
    }

    [Fact]
    public void NoAccessPoint_IsNothingToJudge() => Assert.Empty(ReplicatedBuckets.Graph().Violations(new AccessPointCanFailOver()));

    [Theory]
    [InlineData("""[{ "bucket": "data-eu-west-1" }]""", "point: all its buckets are in eu-west-1")]
    [InlineData("[]", "point: all its buckets are in no Region that is known")]
    public void BucketsOfOneRegion_AreAViolation(string regions, string violation) => Assert.Equal(
        [violation],
        ReplicatedBuckets.Graph().Add(Point, "point", $$"""{ "details": { "name": "point", "regions": {{regions}} } }""")
            .Violations(new AccessPointCanFailOver()));

    [Fact]
    public void BucketsThatAreNotKnownYet_AreUnknown() => Assert.Equal(
        ["point: details.regions"],
        ReplicatedBuckets.Graph().Add(Point, "point", """{ "details": { "name": "point", "regions": [{ "bucket": "data-eu-west-1" }, { "bucket": "?" }] } }""")
            .Unknown(new AccessPointCanFailOver()));

    [Theory]
    [InlineData("data-eu-central-1", "eu-central-1", null)]
    [InlineData("data-eu-central-1", "eu-west-1", "routes: its bucket data-eu-central-1 is in eu-central-1, but the route states eu-west-1")]
    [InlineData("another", "eu-central-1", "routes: another is not a bucket of point")]
    [InlineData("?", "eu-central-1", null)]
    public void Route_IsToABucketOfTheAccessPoint(string bucket, string region, string? violation) => Assert.Equal(
        violation is null ? [] : [violation],
        ReplicatedBuckets.Graph().Add(Point, "point", Both, id: "point")
            .Add(Routes, "routes", $$"""{ "mrap": "point", "routes": [{ "bucket": "{{bucket}}", "region": "{{region}}", "trafficDialPercentage": 100 }] }""")
            .Violations(new AccessPointCanFailOver()));

    [Fact]
    public void BucketThatDoesNotGetTheOthersObjects_IsAViolation() => Assert.Equal(
        ["point: standby is not replicated to primary"],
        ReplicatedBuckets.Graph().Without("standby-replication").Add(Point, "point", Both).Violations(new AccessPointBucketsHoldTheSame()));

    [Fact]
    public void ReplicationThatIsNotKnownYet_IsUnknown() => Assert.Equal(
        ["primary: replicationConfiguration"],
        ReplicatedBuckets.With("arn:aws:s3:::data-eu-central-1\"", "?\"").Add(Point, "point", Both).Unknown(new AccessPointBucketsHoldTheSame()));
}
