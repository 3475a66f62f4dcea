using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketLifecycleKeepsCurrentObjectsTests
{
    private static readonly BucketLifecycleKeepsCurrentObjects Rule = new();

    [Theory]
    [InlineData("{ \"status\": \"Enabled\", \"expiration\": { \"expiredObjectDeleteMarker\": true } }")]
    [InlineData("{ \"status\": \"Enabled\", \"filter\": { \"prefix\": \"tmp/\" }, \"expiration\": { \"days\": 1 } }")]
    [InlineData("{ \"status\": \"Disabled\", \"expiration\": { \"days\": 1 } }")]
    public void Sound_IsCompliant(string rule) => Assert.Empty(Graph(rule).Violations(Rule));

    [Theory]
    [InlineData(
        "{ \"status\": \"Enabled\", \"filter\": { \"prefix\": \"\" }, \"expiration\": { \"days\": 400 } }",
        "a lifecycle rule deletes all objects of the bucket: rules[0].expiration.days is 400")]
    [InlineData(
        "{ \"status\": \"Enabled\", \"expiration\": { \"date\": \"2027-01-01T00:00:00Z\" } }",
        "a lifecycle rule deletes all objects of the bucket: rules[0].expiration.date is 2027-01-01T00:00:00Z")]
    public void Broken_IsAViolation(string rule, string message) => Assert.Equal(["lifecycle: " + message], Graph(rule).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(["lifecycle: rules[0].expiration.days"], Graph("{ \"status\": \"Enabled\", \"expiration\": { \"days\": \"?\" } }").Unknown(Rule));

    [Fact]
    public void DeclaredObject_IsNotDeleted() => Assert.Equal(
        ["lifecycle: a lifecycle rule deletes code/a.zip: rules[0].expiration.days is 1"],
        Graph("""{ "status": "Enabled", "filter": { "prefix": "code/" }, "expiration": { "days": 1 } }""")
            .Add("aws:s3/bucketObjectv2:BucketObjectv2", "code", """{ "bucket": "b", "key": "code/a.zip" }""").Violations(Rule));

    private static TestGraph Graph(string rule) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle", $$"""{ "bucket": "b", "rules": [{{rule}}] }""");
}
