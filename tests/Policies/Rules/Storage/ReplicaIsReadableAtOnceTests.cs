using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicaIsReadableAtOnceTests
{
    private static readonly ReplicaIsReadableAtOnce Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "\"metrics\":", "\"storageClass\": \"DEEP_ARCHIVE\", \"metrics\":",
        "primary-replication: replicas are in DEEP_ARCHIVE, where a restore takes hours")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].destination.storageClass"],
            ReplicatedBuckets.With("\"metrics\":", "\"storageClass\": \"?\", \"metrics\":").Unknown(Rule));
}
