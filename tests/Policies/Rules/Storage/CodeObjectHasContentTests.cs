using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class CodeObjectHasContentTests
{
    private static readonly CodeObjectHasContent Rule = new();

    [Theory]
    [InlineData("{ \"bucket\": \"b\", \"key\": \"k\", \"contentBase64\": \"UEs=\" }")]
    [InlineData("{ \"bucket\": \"b\", \"key\": \"k\", \"content\": \"x\" }")]
    [InlineData("{ \"bucket\": \"b\" }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"bucket\": \"b\", \"key\": \"k\" }", "the object has no content")]
    [InlineData("{ \"bucket\": \"b\", \"key\": \"k\", \"contentBase64\": \"UEs=x\" }", "contentBase64 is not valid base64")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["code: " + message], Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:s3/bucketObjectv2:BucketObjectv2", "code", inputs);
}
