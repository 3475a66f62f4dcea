using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationIncludesEncryptedObjectsTests
{
    private static readonly ReplicationIncludesEncryptedObjects Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "\"sseKmsEncryptedObjects\": { \"status\": \"Enabled\" }", "\"sseKmsEncryptedObjects\": { \"status\": \"Disabled\" }",
        "primary-replication: objects are encrypted with aws:kms, but sseKmsEncryptedObjects is Disabled in the rule")]
    [InlineData(
        ", \"sseKmsEncryptedObjects\": { \"status\": \"Enabled\" }", "",
        "primary-replication: objects are encrypted with aws:kms, but sseKmsEncryptedObjects is not selected in the rule")]
    [InlineData(
        "\"encryptionConfiguration\": { \"replicaKmsKeyId\": \"arn:aws:kms:eu-central-1:123456789012:key/key-eu-central-1\" },", "",
        "primary-replication: the rule selects KMS-encrypted objects, but has no replicaKmsKeyId")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].sourceSelectionCriteria.sseKmsEncryptedObjects.status"],
            ReplicatedBuckets.With("\"sseKmsEncryptedObjects\": { \"status\": \"Enabled\" }", "\"sseKmsEncryptedObjects\": { \"status\": \"?\" }")
                .Unknown(Rule));
}
