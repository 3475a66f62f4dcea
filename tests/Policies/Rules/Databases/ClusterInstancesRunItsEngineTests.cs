using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ClusterInstancesRunItsEngineTests
{
    private static readonly ClusterInstancesRunItsEngine Rule = new();

    [Theory]
    [InlineData("reader", """{ "engineVersion": "16.8" }""")]
    public void SoundVariant_IsCompliant(string resource, string changes) => Assert.Empty(new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "engine": "aurora-mysql" }""", "reader: its engine is aurora-mysql, its cluster's aurora-postgresql")]
    [InlineData("reader", """{ "engineVersion": "15.4" }""", "reader: its engineVersion is 15.4, its cluster's 16.8")]
    [InlineData("reader", """{ "engine": null }""", "reader: it states no engine")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "engine": "?" }""", "reader: engine")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
