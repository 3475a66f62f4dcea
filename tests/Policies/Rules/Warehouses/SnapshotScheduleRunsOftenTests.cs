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
    [InlineData("""{ "definitions": ["rate(9 hours)"] }""", "the longest interval between two snapshots is 9 h, at most 8 h allowed")]
    [InlineData("""{ "definitions": ["cron(30 12 *)"] }""", "the longest interval between two snapshots is 24 h, at most 8 h allowed")]
    [InlineData("""{ "definitions": ["sometimes"] }""", "its definitions are not valid, or end")]
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
            ["often: no cluster uses it"],
            new TestGraph().Add("aws:redshift/snapshotSchedule:SnapshotSchedule", "often", """{ "definitions": ["rate(4 hours)"] }""").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:redshift/snapshotSchedule:SnapshotSchedule", "often", inputs, id: "often")
        .Add(
            "aws:redshift/snapshotScheduleAssociation:SnapshotScheduleAssociation", "use",
            """{ "clusterIdentifier": "marts", "scheduleIdentifier": "often" }""");
}
