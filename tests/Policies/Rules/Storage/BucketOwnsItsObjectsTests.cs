using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketOwnsItsObjectsTests
{
    private static readonly BucketOwnsItsObjects Rule = new();

    [Theory]
    [InlineData("{ \"bucket\": \"b\", \"rule\": { \"objectOwnership\": \"BucketOwnerEnforced\" } }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        "{ \"bucket\": \"b\", \"rule\": { \"objectOwnership\": \"ObjectWriter\" } }", "part: objectOwnership is ObjectWriter, BucketOwnerEnforced needed")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal([message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(["part: rule.objectOwnership"], Graph("{ \"bucket\": \"b\", \"rule\": { \"objectOwnership\": \"?\" } }").Unknown(Rule));

    [Fact]
    public void BucketAlone_FollowsTheDefault() => Assert.Equal([], new TestGraph().Add("aws:s3/bucket:Bucket", "data").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "part", inputs);
}
