using DrInfra.Policies.Rules.Warehouses;

namespace DrInfra.Tests.Policies.Rules.Warehouses;

public class WarehouseCopiesSnapshotsTests
{
    private static readonly WarehouseCopiesSnapshots Rule = new();

    [Theory]
    [InlineData("""{ "clusterIdentifier": "marts", "destinationRegion": "eu-central-1", "snapshotCopyGrantName": "g" }""")]
    [InlineData("""{ "clusterIdentifier": "marts", "destinationRegion": "eu-central-1", "retentionPeriod": 7, "snapshotCopyGrantName": "?" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "clusterIdentifier": "marts", "destinationRegion": "eu-west-1", "snapshotCopyGrantName": "g" }""",
        "the copies and the warehouse are both in eu-west-1")]
    [InlineData(
        """{ "clusterIdentifier": "marts", "destinationRegion": "eu-central-1", "retentionPeriod": 6, "snapshotCopyGrantName": "g" }""",
        "retentionPeriod of the copies is 6 days, 7 needed")]
    [InlineData(
        """{ "clusterIdentifier": "marts", "destinationRegion": "eu-central-1" }""",
        "the warehouse has a customer managed key, but no snapshot copy grant")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"copies: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "clusterIdentifier": "marts", "destinationRegion": "?", "snapshotCopyGrantName": "g" }""", "destinationRegion")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"copies: {property}", Graph(inputs).Unknown(Rule));
    }

    [Fact]
    public void WithoutCopy_IsAViolation() => Assert.Equal(
        ["marts: its snapshots are only in eu-west-1"],
        new TestGraph().Add("aws:redshift/cluster:Cluster", "marts", """{ "clusterIdentifier": "marts" }""").Violations(Rule));

    [Fact]
    public void GrantWithAKeyElsewhere_IsAViolation() => Assert.Equal(
        ["grant: its key is in eu-west-1, the copies are in eu-central-1"],
        new TestGraph()
            .Add("aws:redshift/snapshotCopyGrant:SnapshotCopyGrant", "grant", """{ "kmsKeyId": "arn:aws:kms:eu-west-1:123456789012:key/1" }""", "eu-central-1")
            .Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph()
        .Add(
            "aws:redshift/cluster:Cluster", "marts",
            """{ "clusterIdentifier": "marts", "encrypted": true, "kmsKeyId": "arn:aws:kms:eu-west-1:123456789012:key/1" }""", id: "marts")
        .Add("aws:redshift/snapshotCopy:SnapshotCopy", "copies", inputs);
}
