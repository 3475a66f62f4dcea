using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketLifecycleKeepsOldVersionsTests
{
    private static readonly BucketLifecycleKeepsOldVersions Rule = new();

    [Theory]
    [InlineData("{ \"status\": \"Enabled\" }")]
    [InlineData("{ \"status\": \"Enabled\", \"noncurrentVersionExpiration\": { \"noncurrentDays\": 7 } }")]
    [InlineData("{ \"status\": \"Enabled\", \"noncurrentVersionExpiration\": { \"noncurrentDays\": 8 } }")]
    [InlineData("{ \"status\": \"Disabled\", \"noncurrentVersionExpiration\": { \"noncurrentDays\": 1 } }")]
    public void Sound_IsCompliant(string rule) => Assert.Empty(Graph(rule).Violations(Rule));

    [Theory]
    [InlineData("{ \"status\": \"Enabled\", \"noncurrentVersionExpiration\": { \"noncurrentDays\": 6 } }", "noncurrent versions expire after 6 days, 7 needed")]
    public void Broken_IsAViolation(string rule, string message) => Assert.Equal(["lifecycle: " + message], Graph(rule).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["lifecycle: rules[0].noncurrentVersionExpiration.noncurrentDays"],
            Graph("{ \"status\": \"Enabled\", \"noncurrentVersionExpiration\": { \"noncurrentDays\": \"?\" } }").Unknown(Rule));

    [Fact]
    public void OwnBlock_IsJudgedToo() => Assert.Equal(
        ["data: noncurrent versions expire after 1 days, 7 needed"],
        new TestGraph().Add("aws:s3/bucket:Bucket", "data", """{ "lifecycleRules": [{ "enabled": true, "noncurrentVersionExpiration": { "days": 1 } }] }""")
            .Violations(Rule));

    private static TestGraph Graph(string rule) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle", $$"""{ "bucket": "b", "rules": [{{rule}}] }""");
}
