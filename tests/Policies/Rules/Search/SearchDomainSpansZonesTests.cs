using DrInfra.Policies.Rules.Search;

namespace DrInfra.Tests.Policies.Rules.Search;

public class SearchDomainSpansZonesTests
{
    private static readonly SearchDomainSpansZones Rule = new();

    [Theory]
    [InlineData("""{ "clusterConfig": { "instanceCount": 3, "zoneAwarenessEnabled": true, "zoneAwarenessConfig": { "availabilityZoneCount": 3 } } }""")]
    [InlineData("""{ "clusterConfig": { "instanceCount": 2, "zoneAwarenessEnabled": true } }""")]
    [InlineData("""{ "clusterConfig": { "instanceCount": 3, "multiAzWithStandbyEnabled": true } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "clusterConfig": { "instanceCount": 3 } }""", "all its nodes are in one zone: zone awareness is off")]
    [InlineData("""{ "clusterConfig": { "instanceCount": 4, "zoneAwarenessEnabled": true } }""", "availabilityZoneCount is 2, 3 needed")]
    [InlineData("""{ "clusterConfig": { "instanceCount": 4, "zoneAwarenessEnabled": true, "zoneAwarenessConfig": { "availabilityZoneCount": 3 } } }""", "4 nodes do not spread evenly over 3 zones")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"docs: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "clusterConfig": { "zoneAwarenessEnabled": "?" } }""", "clusterConfig.zoneAwarenessEnabled")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"docs: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:opensearch/domain:Domain", "docs", inputs);
}
