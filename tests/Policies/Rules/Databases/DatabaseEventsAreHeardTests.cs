using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseEventsAreHeardTests
{
    private static readonly DatabaseEventsAreHeard Rule = new();

    [Theory]
    [InlineData("""{ "sourceType": "db-cluster" }""")]
    [InlineData("""{ "sourceType": "db-cluster", "eventCategories": ["failure", "maintenance", "failover"] }""")]
    [InlineData("""{ "sourceType": "db-security-group", "eventCategories": ["configuration change"] }""")]
    [InlineData("""{ "sourceType": "db-cluster", "eventCategories": [] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "enabled": false }""", "the subscription is disabled")]
    [InlineData("""{ "sourceType": "db-cluster", "eventCategories": ["failure"] }""", "the subscription leaves out category maintenance")]
    [InlineData("""{ "sourceType": "db-instance", "eventCategories": ["failure", "maintenance"] }""",
        "the subscription leaves out category configuration change")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "enabled": "?" }""", "enabled")]
    [InlineData("""{ "sourceType": "db-cluster", "eventCategories": "?" }""", "eventCategories")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:rds/eventSubscription:EventSubscription", "data", inputs);
}
