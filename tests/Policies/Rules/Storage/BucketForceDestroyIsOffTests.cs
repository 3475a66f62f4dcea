using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketForceDestroyIsOffTests
{
    private static readonly BucketForceDestroyIsOff Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"forceDestroy\": false }")]
    [InlineData("{ \"bucket\": \"logs\", \"forceDestroy\": true }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"forceDestroy\": true }", "the bucket may be deleted with everything in it: forceDestroy is true")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["data: forceDestroy"], Graph("{ \"forceDestroy\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:s3/bucket:Bucket", "data", inputs);
}
