using DrInfra.Policies.Rules.Warehouses;

namespace DrInfra.Tests.Policies.Rules.Warehouses;

public class WarehouseTakesFinalSnapshotTests
{
    private static readonly WarehouseTakesFinalSnapshot Rule = new();

    [Theory]
    [InlineData("""{ "finalSnapshotIdentifier": "final" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "skipFinalSnapshot": true }""", "no snapshot is taken before it is deleted")]
    [InlineData("{}", "the final snapshot has no name: the deletion fails")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"marts: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "skipFinalSnapshot": "?", "finalSnapshotIdentifier": "final" }""", "skipFinalSnapshot")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"marts: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:redshift/cluster:Cluster", "marts", inputs);
}
