using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ClusterInstanceIsResizedAtOnceTests
{
    private static readonly ClusterInstanceIsResizedAtOnce Rule = new();

    [Theory]
    [InlineData("standby-writer", """{ "applyImmediately": null }""", "standby-writer: changes wait for the maintenance window: applyImmediately is off")]
    [InlineData("writer", """{ "applyImmediately": false }""", "writer: changes wait for the maintenance window: applyImmediately is off")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("writer", """{ "applyImmediately": "?" }""", "writer: applyImmediately")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
