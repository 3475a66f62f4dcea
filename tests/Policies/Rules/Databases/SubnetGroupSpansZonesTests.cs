using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class SubnetGroupSpansZonesTests
{
    private static readonly SubnetGroupSpansZones Rule = new();

    [Theory]
    [InlineData("a,b,c", "a,b,c")]
    [InlineData("a,b", "a,b")]
    [InlineData("a,b,c,d", "a,b,c")]
    [InlineData("a,b,c", "a,b", "group: it covers 2 zones, 3 needed")]
    [InlineData("a", "a", "group: it covers 1 zone, 2 needed")]
    public void ZonesOfTheGroup_AreComparedWithTheNetworks(string network, string covered, params string[] violations)
    {
        var graph = new TestGraph();
        foreach (var zone in network.Split(','))
        {
            graph.Add("aws:ec2/subnet:Subnet", zone, $$"""{ "availabilityZone": "eu-west-1{{zone}}" }""");
        }

        graph.Add("aws:rds/subnetGroup:SubnetGroup", "group", """{ "subnetIds": "?" }""",
            dependencies: [.. covered.Split(',').Select(zone => ("subnetIds", "aws:ec2/subnet:Subnet", zone))]);
        Assert.Equal(violations, graph.Violations(Rule));
    }

    [Fact]
    public void SubnetsFromElsewhere_AreUnknown() => Assert.Equal(["group: subnetIds"], new TestGraph()
        .Add("aws:rds/subnetGroup:SubnetGroup", "group", """{ "subnetIds": ["subnet-1", "subnet-2"] }""").Unknown(Rule));
}
