using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicaKeyIsInDestinationRegionTests
{
    private static readonly ReplicaKeyIsInDestinationRegion Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "arn:aws:kms:eu-central-1:123456789012:key/key-eu-central-1", "arn:aws:kms:eu-west-1:123456789012:key/key-eu-west-1",
        "primary-replication: the replica key is in eu-west-1, the destination bucket in eu-central-1")]
    [InlineData(
        "arn:aws:kms:eu-central-1:123456789012:key/key-eu-central-1", "key-elsewhere",
        "primary-replication: replicaKmsKeyId is key-elsewhere, the ARN of a key needed")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].destination.encryptionConfiguration.replicaKmsKeyId"],
            ReplicatedBuckets.With("arn:aws:kms:eu-central-1:123456789012:key/key-eu-central-1", "?").Unknown(Rule));
}
