using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketIsEncryptedWithCustomerKeyTests
{
    private static readonly BucketIsEncryptedWithCustomerKey Rule = new();

    [Theory]
    [InlineData(
        "{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"aws:kms\", \"kmsMasterKeyId\": \"alias/a\" } }] }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        "{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"AES256\" } }] }",
        "data: objects are encrypted with AES256 and no customer managed key")]
    [InlineData(
        "{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"aws:kms\" } }] }",
        "data: objects are encrypted with aws:kms and no customer managed key")]
    [InlineData(
        "{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"aws:kms\", \"kmsMasterKeyId\": \"alias/aws/s3\" } "
            + "}] }",
        "data: objects are encrypted with aws:kms and no customer managed key")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal([message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["data: rules.applyServerSideEncryptionByDefault.sseAlgorithm"],
            Graph("{ \"bucket\": \"b\", \"rules\": [{ \"applyServerSideEncryptionByDefault\": { \"sseAlgorithm\": \"?\" } }] }").Unknown(Rule));

    [Fact]
    public void BucketAlone_FollowsTheDefault() =>
        Assert.Equal(
            ["data: objects are encrypted with AES256 and no customer managed key"],
            new TestGraph().Add("aws:s3/bucket:Bucket", "data").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "part", inputs);
}
