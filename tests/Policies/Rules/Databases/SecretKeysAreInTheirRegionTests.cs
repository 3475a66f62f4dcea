using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class SecretKeysAreInTheirRegionTests
{
    private static readonly KmsKeyIsInTheSameRegion Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData(
        "{ \"kmsKeyId\": \"alias/a\", \"replicas\": [{ \"region\": \"eu-central-1\", \"kmsKeyId\": \"arn:aws:kms:eu-central-1:123456789012:key/b\" }] }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"kmsKeyId\": \"arn:aws:kms:eu-central-1:123456789012:key/b\" }", "the copy in eu-west-1 has a key in eu-central-1")]
    [InlineData(
        "{ \"replicas\": [{ \"region\": \"eu-central-1\", \"kmsKeyId\": \"arn:aws:kms:eu-west-1:123456789012:key/b\" }] }",
        "the copy in eu-central-1 has a key in eu-west-1")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["secret: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["secret: kmsKeyId"], Graph("{ \"kmsKeyId\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:secretsmanager/secret:Secret", "secret", inputs);
}
