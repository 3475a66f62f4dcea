using DrInfra.Policies.Rules.Warehouses;

namespace DrInfra.Tests.Policies.Rules.Warehouses;

public class SnapshotScheduleRunsOftenTests
{
    private static readonly SnapshotScheduleRunsOften Rule = new();

    [Theory]
    [InlineData("""{ "definitions": ["rate(8 hours)"] }""")]
    [InlineData("""{ "definitions": ["rate(12 hours)", "rate(4 hours)"] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "definitions": ["rate(9 hours)"] }""", "9 h pass between two snapshots, at most 8 h allowed")]
    [InlineData("""{ "definitions": ["cron(30 12 *)"] }""", "24 h pass between two snapshots, at most 8 h allowed")]
    [InlineData("""{ "definitions": ["sometimes"] }""", "its definitions cannot be read, or end")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"often: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "definitions": "?" }""", "definitions")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"often: {property}", Graph(inputs).Unknown(Rule));
    }

    [Fact]
    public void WithoutWarehouse_IsAViolation() =>
        Assert.Equal(
            ["often: no warehouse uses it"],
            new TestGraph().Add("aws:redshift/snapshotSchedule:SnapshotSchedule", "often", """{ "definitions": ["rate(4 hours)"] }""").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:redshift/snapshotSchedule:SnapshotSchedule", "often", inputs, id: "often")
        .Add(
            "aws:redshift/snapshotScheduleAssociation:SnapshotScheduleAssociation", "use",
            """{ "clusterIdentifier": "marts", "scheduleIdentifier": "often" }""");
}
