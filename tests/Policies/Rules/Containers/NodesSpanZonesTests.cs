using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class NodesSpanZonesTests
{
    private static readonly NodesSpanZones Rule = new();

    [Theory]
    [InlineData("""{ "subnetIds": ["a", "b"], "scalingConfig": { "minSize": 2, "maxSize": 6, "desiredSize": 2 } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "subnetIds": ["a"], "scalingConfig": { "minSize": 2, "maxSize": 6, "desiredSize": 2 } }""", "its nodes are in one zone, two needed")]
    [InlineData(
        """{ "subnetIds": ["a", "b"], "scalingConfig": { "minSize": 2, "maxSize": 2, "desiredSize": 2 } }""",
            "maxSize and minSize are both 2, so it cannot scale out")]
    [InlineData("""{ "subnetIds": ["a", "b"], "scalingConfig": { "minSize": 2, "maxSize": 6, "desiredSize": 1 } }""", "desiredSize is 1, outside of 2 to 6")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"nodes: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "subnetIds": ["?", "?"], "scalingConfig": { "minSize": 2, "maxSize": 6, "desiredSize": 2 } }""", "subnetIds")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"nodes: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:eks/nodeGroup:NodeGroup", "nodes", inputs);
}
