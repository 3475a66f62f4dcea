using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class ForceDestroyIsOffTests
{
    private static readonly ForceDestroyIsOff Rule = new();

    [Theory]
    [InlineData("aws:s3/bucket:Bucket", "{}")]
    [InlineData("aws:s3/bucket:Bucket", "{ \"forceDestroy\": false }")]
    [InlineData("aws:s3/bucket:Bucket", "{ \"bucket\": \"logs\", \"forceDestroy\": true }")]
    [InlineData("aws:kinesis/stream:Stream", "{}")]
    [InlineData("aws:backup/vault:Vault", "{}")]
    [InlineData("aws:ecr/repository:Repository", """{ "forceDelete": false }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:s3/bucket:Bucket", "{ \"forceDestroy\": true }", "the bucket can be deleted with all its objects: forceDestroy is on")]
    [InlineData("aws:kinesis/stream:Stream", """{ "enforceConsumerDeletion": true }""", "it can be deleted with its consumers: enforceConsumerDeletion is on")]
    [InlineData("aws:backup/vault:Vault", """{ "forceDestroy": true }""", "the vault can be deleted with its recovery points: forceDestroy is on")]
    [InlineData("aws:ecr/repository:Repository", """{ "forceDelete": true }""", "it can be deleted with its images: forceDelete is on")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:kinesis/stream:Stream", """{ "enforceConsumerDeletion": "?" }""", "enforceConsumerDeletion")]
    [InlineData("aws:s3/bucket:Bucket", """{ "forceDestroy": "?" }""", "forceDestroy")]
    [InlineData("aws:backup/vault:Vault", """{ "forceDestroy": "?" }""", "forceDestroy")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
