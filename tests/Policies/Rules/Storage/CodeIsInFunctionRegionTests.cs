using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class CodeIsInFunctionRegionTests
{
    private static readonly CodeIsInFunctionRegion Rule = new();

    private const string Bucket = "aws:s3/bucket:Bucket";

    [Theory]
    [InlineData("eu-west-1", "a.zip")]
    [InlineData("eu-central-1", "a.zip", "function: the code is in eu-west-1, the function in eu-central-1")]
    [InlineData("eu-west-1", "b.zip", "function: the bucket has no declared object b.zip")]
    public void RegionAndObject_AreJudged(string region, string key, params string[] violations) => Assert.Equal(violations, new TestGraph()
        .Add(Bucket, "code", """{ "bucket": "code" }""")
        .Add("aws:s3/bucketObjectv2:BucketObjectv2", "object", """{ "bucket": "code", "key": "a.zip" }""")
        .Add("aws:lambda/function:Function", "function", $$"""{ "s3Bucket": "code", "s3Key": "{{key}}" }""", region)
        .Violations(Rule));

    [Fact]
    public void BucketElsewhere_IsReportedAsUnknown() => Assert.Equal(
        ["function: s3Bucket"], new TestGraph().Add("aws:lambda/function:Function", "function", """{ "s3Bucket": "elsewhere", "s3Key": "a.zip" }""").Unknown(Rule));

    [Fact]
    public void BucketThatIsFilledOtherwise_IsCompliant() => Assert.Empty(new TestGraph()
        .Add(Bucket, "code", """{ "bucket": "code" }""")
        .Add("aws:synthetics/canary:Canary", "canary", """{ "s3Bucket": "code", "s3Key": "a.zip" }""").Violations(Rule));
}
