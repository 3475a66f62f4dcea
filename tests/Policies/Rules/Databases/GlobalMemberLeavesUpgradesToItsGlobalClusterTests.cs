using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMemberLeavesUpgradesToItsGlobalClusterTests
{
    private static readonly GlobalMemberLeavesUpgradesToItsGlobalCluster Rule = new();

    [Fact]
    public void VersionIgnored_IsCompliant() =>
        Assert.Empty(Graph("""{ "globalClusterIdentifier": "g", "engineVersion": "16.8" }""", "engineVersion").Violations(Rule));

    [Fact]
    public void VersionNotIgnored_IsAViolation() => Assert.Equal(
        ["data: an update would upgrade only this member: engineVersion is not in ignoreChanges"],
        Graph("""{ "globalClusterIdentifier": "g", "engineVersion": "16.8" }""", "globalClusterIdentifier").Violations(Rule));

    [Theory]
    [InlineData("""{ "engineVersion": "16.8" }""")]
    [InlineData("""{ "globalClusterIdentifier": "g" }""")]
    public void OutsideOrWithoutVersion_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs, params string[] ignored) => new TestGraph().Add(
        "aws:rds/cluster:Cluster", "data", inputs, options: options => options["ignoreChanges"] = new JsonArray([.. ignored.Select(name => (JsonNode)name)]));
}
