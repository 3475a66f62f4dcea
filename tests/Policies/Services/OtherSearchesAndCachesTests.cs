using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;

namespace DrInfra.Tests.Policies.Services;

/// <summary>Forms of search, caches and warehouses in which public examples leave data in one place, with the verdict that is right for each.</summary>
public class OtherSearchesAndCachesTests
{
    private const string S = ServiceGraph.Standby;
    private const string Search = """[{"name":"logs","kind":"search","sizeGb":36,"changeGbPerDay":1}]""";
    private const string Caches = """[{"name":"sessions","kind":"cache","sizeGb":1,"changeGbPerDay":1}]""";
    private const string Marts = """[{"name":"marts","kind":"warehouse","sizeGb":36,"changeGbPerDay":1}]""";

    // As in hashicorp/aws's example of aws_opensearchserverless_collection. The service copies nothing to another Region.
    [Theory]
    [InlineData("", true)]
    [InlineData(""", "standbyReplicas": "ENABLED" """, true)]
    [InlineData(""", "standbyReplicas": "DISABLED" """, false)]
    public void Collection_IsInOneRegion(string standby, bool servesOn)
    {
        var store = Only(new ServiceGraph(Search).Add(
            "aws:opensearch/serverlessCollection:ServerlessCollection", "logs", $$"""{ "name": "logs", "type": "SEARCH"{{standby}} }"""));

        Assert.Equal("search", store.Kind);
        Assert.All(store.Copies, copy => Assert.DoesNotContain(Disruption.Region, copy.Uses.Keys));
        Assert.All(store.Copies, copy => Assert.DoesNotContain(Disruption.Account, copy.Uses.Keys));
        Assert.Equal(servesOn ? 900 : 3 * 900, Math.Min(3 * 900, store.Copies[0].Uses[Disruption.Zone].Recovery.Figure.Worst!.Value));
    }

    // Warm and cold indexes are neither followed nor in the hourly snapshots: how much is there, the program does not say.
    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void Domain_WithUltraWarm_IsUnknownBeyondItsRegion(string warm, bool unknown)
    {
        var graph = new ServiceGraph(Search);
        foreach (var (name, region) in new[] { ("logs-primary", ServiceGraph.Primary), ("logs-standby", S) })
        {
            graph.Add("aws:opensearch/domain:Domain", name, $$"""
                { "domainName": "{{name}}", "clusterConfig": { "instanceCount": 3, "zoneAwarenessEnabled": true, "warmEnabled": {{warm}} } }
                """, region);
        }

        graph.Add("aws:opensearch/outboundConnection:OutboundConnection", "follow", """
            { "localDomainInfo": { "region": "eu-central-1", "domainName": "{logs-standby:domainName}" },
              "remoteDomainInfo": { "region": "eu-west-1", "domainName": "{logs-primary:domainName}" } }
            """, S);

        var store = Only(graph);

        Assert.Equal(unknown, Use(store, "replica", Disruption.Region)?.Staleness.Figure.IsUnknown != false);
        Assert.Equal(unknown, Use(store, "hourly snapshot", Disruption.Corruption)?.Staleness.Figure.IsUnknown != false);
        Assert.Equal(900, Use(store, "replicas of its indexes", Disruption.Zone)?.Recovery.Figure.Worst);
    }

    // Redundant over three zones, which is not: in all of them before a write is acknowledged.
    [Fact]
    public void ServerlessCache_MayLoseItsLastWrites() => Assert.Equal(900, Use(
        Only(new ServiceGraph(Caches).Add("aws:elasticache/serverlessCache:ServerlessCache", "sessions", """{ "name": "sessions", "engine": "valkey" }""")),
        "copies in three zones", Disruption.Zone)!.Staleness.Figure.Worst);

    // As older examples of aws_redshift_cluster have it: dense compute nodes, whose disks are in one zone.
    [Theory]
    [InlineData("dc2.large", 2, true, false)]
    [InlineData("dc2.large", 1, false, false)]
    [InlineData("ds2.xlarge", 4, true, false)]
    [InlineData("ra3.large", 2, true, true)]
    [InlineData("rg.xlarge", 2, true, true)]
    public void WarehouseOnDisksOfItsNodes_IsLostWithItsZone(string type, int nodes, bool node, bool zone)
    {
        var store = Only(new ServiceGraph(Marts).Add(
            "aws:redshift/cluster:Cluster", "marts", $$"""{ "clusterIdentifier": "marts", "nodeType": "{{type}}", "numberOfNodes": {{nodes}} }"""));

        Assert.Equal(node, Use(store, "its own storage", Disruption.Instance) is not null);
        Assert.Equal(zone, Use(store, "its own storage", Disruption.Zone) is not null);
        Assert.NotNull(Use(store, "automated snapshot", Disruption.Zone));
    }

    [Fact]
    public void WarehouseOfUnknownNodes_IsUnknown() => Assert.True(Use(
        Only(new ServiceGraph(Marts).Add("aws:redshift/cluster:Cluster", "marts", """{ "clusterIdentifier": "marts", "nodeType": "?", "numberOfNodes": 2 }""")),
        "its own storage", Disruption.Zone)!.Staleness.Figure.IsUnknown);

    private static CopyUse? Use(Store store, string kind, Disruption disruption) =>
        store.Copies.Single(copy => copy.Kind == kind).Uses.GetValueOrDefault(disruption);

    private static Store Only(ServiceGraph graph) => Assert.Single(
        StackCheck.Run(Estate.Of([graph.Build()], AwsNames.Instance), ServiceAssumptions.All, TestGraph.Today).Assessments.SelectMany(one => one.Stores));
}
