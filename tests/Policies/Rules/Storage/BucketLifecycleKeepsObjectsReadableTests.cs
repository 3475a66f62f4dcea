using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketLifecycleKeepsObjectsReadableTests
{
    private static readonly BucketLifecycleKeepsObjectsReadable Rule = new();

    [Theory]
    [InlineData("{ \"status\": \"Enabled\", \"transitions\": [{ \"days\": 30, \"storageClass\": \"STANDARD_IA\" }] }")]
    [InlineData("{ \"status\": \"Enabled\", \"prefix\": \"old/\", \"transitions\": [{ \"days\": 30, \"storageClass\": \"GLACIER\" }] }")]
    public void Sound_IsCompliant(string rule) => Assert.Empty(Graph(rule).Violations(Rule));

    [Theory]
    [InlineData(
        "{ \"status\": \"Enabled\", \"transitions\": [{ \"days\": 30, \"storageClass\": \"GLACIER\" }] }",
        "all objects move to GLACIER, where a restore takes hours")]
    public void Broken_IsAViolation(string rule, string message) => Assert.Equal(["lifecycle: " + message], Graph(rule).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["lifecycle: rules[0].transitions[0].storageClass"],
            Graph("{ \"status\": \"Enabled\", \"transitions\": [{ \"storageClass\": \"?\" }] }").Unknown(Rule));

    private static TestGraph Graph(string rule) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle", $$"""{ "bucket": "b", "rules": [{{rule}}] }""");
}
