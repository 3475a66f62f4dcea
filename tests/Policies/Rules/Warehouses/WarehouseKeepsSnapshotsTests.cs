using DrInfra.Policies.Rules.Warehouses;

namespace DrInfra.Tests.Policies.Rules.Warehouses;

public class WarehouseKeepsSnapshotsTests
{
    private static readonly WarehouseKeepsSnapshots Rule = new();

    [Theory]
    [InlineData("""{ "automatedSnapshotRetentionPeriod": 7 }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "automatedSnapshotRetentionPeriod": 6 }""", "automatedSnapshotRetentionPeriod is 6 days, 7 needed")]
    [InlineData("""{ "automatedSnapshotRetentionPeriod": 0 }""", "automatedSnapshotRetentionPeriod is 0 days, 7 needed")]
    [InlineData("{}", "automatedSnapshotRetentionPeriod is 1 days, 7 needed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"marts: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "automatedSnapshotRetentionPeriod": "?" }""", "automatedSnapshotRetentionPeriod")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"marts: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:redshift/cluster:Cluster", "marts", inputs);
}
