using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class KeyspaceTableHasPointInTimeRecoveryTests
{
    private static readonly KeyspaceTableHasPointInTimeRecovery Rule = new();

    [Theory]
    [InlineData("""{ "pointInTimeRecovery": { "status": "ENABLED" } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "point-in-time recovery is DISABLED")]
    [InlineData("""{ "pointInTimeRecovery": { "status": "DISABLED" } }""", "point-in-time recovery is DISABLED")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"events: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "pointInTimeRecovery": { "status": "?" } }""", "pointInTimeRecovery.status")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"events: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:keyspaces/table:Table", "events", inputs);
}
