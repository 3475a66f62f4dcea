using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketEncryptionIsValidTests
{
    private static readonly BucketEncryptionIsValid Rule = new();

    [Theory]
    [InlineData("{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"AES256\" } }] }")]
    [InlineData("{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"aws:kms\" } }] }")]
    [InlineData(
        "{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"aws:kms:dsse\", \"kmsMasterKeyId\": \"alias/a\" } "
            + "}] }")]
    [InlineData(
        "{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"aws:kms\", \"kmsMasterKeyId\": "
            + "\"arn:aws:kms:eu-west-1:123456789012:key/a\" } }] }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        "{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"AES\" } }] }",
        "part: sseAlgorithm is AES, AES256, aws:kms or aws:kms:dsse needed")]
    [InlineData(
        "{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"aws:kms\", \"kmsMasterKeyId\": "
            + "\"arn:aws:kms:eu-central-1:123456789012:key/a\" } }] }",
        "part: the bucket is in eu-west-1, its key in eu-central-1")]
    [InlineData(
        "{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"AES256\", \"kmsMasterKeyId\": \"a\" } }] }",
        "part: a key is set, but objects are encrypted with AES256")]
    [InlineData("{ \"bucket\": \"b\", \"rules\": [{}] }", "part: the encryption states no algorithm")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal([message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["part: rules.applyServerSideEncryptionByDefault.sseAlgorithm"],
            Graph("{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"?\" } }] }").Unknown(Rule));

    [Fact]
    public void BucketAlone_FollowsTheDefault() => Assert.Equal([], new TestGraph().Add("aws:s3/bucket:Bucket", "data").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "part", inputs);
}
