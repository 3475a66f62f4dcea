using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketBlocksPublicAccessTests
{
    private static readonly BucketBlocksPublicAccess Rule = new();

    [Theory]
    [InlineData("{ \"bucket\": \"b\", \"blockPublicAcls\": true, \"blockPublicPolicy\": true, \"ignorePublicAcls\": true, \"restrictPublicBuckets\": true }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        "{ \"bucket\": \"b\", \"blockPublicAcls\": false, \"blockPublicPolicy\": true, \"ignorePublicAcls\": true, \"restrictPublicBuckets\": true }",
        "part: blockPublicAcls is false, true needed")]
    [InlineData(
        "{ \"bucket\": \"b\", \"blockPublicAcls\": true, \"blockPublicPolicy\": true, \"restrictPublicBuckets\": true }",
        "part: ignorePublicAcls is not stated, true needed")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal([message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["part: blockPublicPolicy"],
            Graph(
                "{ \"bucket\": \"b\", \"blockPublicAcls\": true, \"blockPublicPolicy\": \"?\", \"ignorePublicAcls\": true, \"restrictPublicBuckets\": true "
                    + "}").Unknown(
                Rule));

    [Fact]
    public void BucketAlone_FollowsTheDefault() =>
        Assert.Equal(["data: public access is not blocked: it has no BucketPublicAccessBlock"], new TestGraph().Add("aws:s3/bucket:Bucket", "data")
            .Violations(Rule));

    [Fact]
    public void WebsiteOrBlockOfTheAccount_IsCompliant()
    {
        Assert.Empty(new TestGraph().Add("aws:s3/bucket:Bucket", "data", """{ "website": { "indexDocument": "index.html" } }""").Violations(Rule));
        Assert.Empty(new TestGraph().Add("aws:s3/bucket:Bucket", "data").Add(
            "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "account",
            """{ "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true }""").Violations(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "part", inputs);
}
