using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ObjectLockHasDefaultRetentionTests
{
    private static readonly ObjectLockHasDefaultRetention Rule = new();

    [Theory]
    [InlineData("{ \"bucket\": \"b\", \"rule\": { \"defaultRetention\": { \"mode\": \"COMPLIANCE\", \"days\": 1 } } }")]
    [InlineData("{ \"bucket\": \"b\", \"rule\": { \"defaultRetention\": { \"mode\": \"COMPLIANCE\", \"years\": 1 } } }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        "{ \"bucket\": \"b\", \"rule\": { \"defaultRetention\": { \"mode\": \"GOVERNANCE\", \"days\": 1 } } }",
        "part: the default retention is GOVERNANCE, COMPLIANCE needed")]
    [InlineData(
        "{ \"bucket\": \"b\", \"rule\": { \"defaultRetention\": { \"mode\": \"COMPLIANCE\", \"days\": 0 } } }",
        "part: Object Lock has no default retention, so it locks no object by default")]
    [InlineData("{ \"bucket\": \"b\" }", "part: Object Lock has no default retention, so it locks no object by default")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal([message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["part: rule.defaultRetention"],
            Graph("{ \"bucket\": \"b\", \"rule\": { \"defaultRetention\": { \"mode\": \"?\", \"days\": 1 } } }").Unknown(Rule));

    [Fact]
    public void BucketAlone_FollowsTheDefault() => Assert.Equal([], new TestGraph().Add("aws:s3/bucket:Bucket", "data").Violations(Rule));

    [Fact]
    public void LockWithoutConfiguration_IsAViolation() =>
        Assert.Single(new TestGraph().Add("aws:s3/bucket:Bucket", "data", """{ "objectLockEnabled": true }""").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "part", inputs);
}
