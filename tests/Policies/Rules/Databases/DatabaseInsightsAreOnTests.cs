using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseInsightsAreOnTests
{
    private static readonly DatabaseInsightsAreOn Rule = new();

    [Theory]
    [InlineData("reader", """{ "performanceInsightsEnabled": false, "monitoringInterval": 60 }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "performanceInsightsEnabled": null }""", "reader: neither Performance Insights nor Enhanced Monitoring is on")]
    [InlineData(
        "reader", """{ "performanceInsightsEnabled": false, "monitoringInterval": 0 }""", "reader: neither Performance Insights nor Enhanced Monitoring is on")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "performanceInsightsEnabled": "?" }""", "reader: performanceInsightsEnabled")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
