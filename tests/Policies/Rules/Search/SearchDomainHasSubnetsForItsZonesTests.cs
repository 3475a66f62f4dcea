using DrInfra.Policies.Rules.Search;

namespace DrInfra.Tests.Policies.Rules.Search;

public class SearchDomainHasSubnetsForItsZonesTests
{
    private const string Domain = "aws:opensearch/domain:Domain";

    private static readonly SearchDomainHasSubnetsForItsZones Rule = new();

    [Theory]
    [InlineData(3, "a", "b", "c")]
    [InlineData(2, "a", "b")]
    [InlineData(2, "a", "b", "c")]
    [InlineData(null, "a", "b")]
    public void AZonePerSubnet_IsCompliant(int? zones, params string[] subnets) => Assert.Empty(Zones(zones, subnets).Violations(Rule));

    [Theory]
    [InlineData(3, "its subnets are in 2 zones, 3 needed", "a", "b")]
    [InlineData(2, "its subnets are in 1 zone, 2 needed", "a", "a2")]
    [InlineData(null, "its subnets are in 1 zone, 2 needed", "a")]
    public void FewerZones_IsAViolation(int? zones, string message, params string[] subnets) =>
        Assert.Equal([$"search: {message}"], Zones(zones, subnets).Violations(Rule));

    [Fact]
    public void DomainOfOneZone_IsNotJudged() => Assert.Empty(new TestGraph()
        .Add(Domain, "search", """{ "clusterConfig": { "zoneAwarenessEnabled": false }, "vpcOptions": { "subnetIds": ["subnet-a"] } }""").Violations(Rule));

    private static TestGraph Zones(int? zones, string[] subnets)
    {
        var graph = new TestGraph();
        foreach (var subnet in (string[])["a", "a2", "b", "c"])
        {
            graph.Add("aws:ec2/subnet:Subnet", subnet, $$"""{ "availabilityZone": "eu-west-1{{subnet[0]}}" }""", id: $"subnet-{subnet}");
        }

        var count = zones is null ? "" : $$"""
            , "zoneAwarenessConfig": { "availabilityZoneCount": {{zones}} }
            """;
        return graph.Add(Domain, "search", $$"""
            { "clusterConfig": { "zoneAwarenessEnabled": true{{count}} },
              "vpcOptions": { "subnetIds": [{{string.Join(", ", subnets.Select(subnet => $"\"subnet-{subnet}\""))}}] } }
            """);
    }
}
