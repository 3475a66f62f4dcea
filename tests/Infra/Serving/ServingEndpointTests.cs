using DrInfra.Infra.Serving;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Serving;

public class ServingEndpointTests
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Targets = "aws:lb/targetGroup:TargetGroup";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Record = "aws:route53/record:Record";

    [Fact]
    public async Task Endpoint_IsDeclaredWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["LoadBalancer"] = 1, ["TargetGroup"] = 1, ["Listener"] = 1, ["Record"] = 1, ["SecurityGroup"] = 1,
            ["SecurityGroupIngressRule"] = 2, ["SecurityGroupEgressRule"] = 1,
        },
        await CountsBesideAsync(fixture => _ = fixture.Cluster, Declare));

    [Fact]
    public async Task LoadBalancer_PassesTcpThroughInThreePublicSubnets()
    {
        var declared = await PrimaryAsync(Declare);

        var balancer = declared.Single(Balancer);
        Assert.Equal("drinfra-main-ledger-eu-west-1", balancer["name"]);
        Assert.Equal("network", balancer["loadBalancerType"]);
        Assert.Equal(false, balancer["internal"]);
        Assert.Equal("[pub-a,pub-b,pub-c]", Text(balancer["subnets"]!));
        Assert.Equal(true, balancer["enableCrossZoneLoadBalancing"]);
        Assert.Equal(true, balancer["enableDeletionProtection"]);
        Assert.Equal("[ledger-endpoint-security-group-eu-west-1-id]", Text(balancer["securityGroups"]!));
        var listener = declared.Single(Listener);
        Assert.Equal("TCP", listener["protocol"]);
        Assert.Equal(8443.0, listener["port"]);
        Assert.Null(listener["certificateArn"]);
        Assert.Equal("forward", listener["defaultActions[0].type"]);
        Assert.Equal("arn:ledger-pod-targets-eu-west-1", listener["defaultActions[0].targetGroupArn"]);
    }

    // AWS writes them for TLS listeners alone, and this one passes TCP through.
    [Fact]
    public async Task AccessLogs_AreNotAskedFor() => Assert.Null((await PrimaryAsync(Declare)).Single(Balancer)["accessLogs"]);

    // What clients would see, not an open port; and the writer is not asked for, since a standby's is elsewhere.
    [Fact]
    public async Task Targets_AreAskedWhetherTheyAreReady()
    {
        var targets = (await PrimaryAsync(Declare)).Single(Targets);

        Assert.Equal("TCP", targets["protocol"]);
        Assert.Equal(8443.0, targets["port"]);
        Assert.Equal("HTTPS", targets["healthCheck.protocol"]);
        Assert.Equal("/healthz/ready", targets["healthCheck.path"]);
        Assert.Equal("200", targets["healthCheck.matcher"]);
        Assert.Equal("traffic-port", targets["healthCheck.port"]);
        Assert.Equal(10.0, targets["healthCheck.interval"]);
        Assert.Equal(2.0, targets["healthCheck.healthyThreshold"]);
        Assert.Equal(2.0, targets["healthCheck.unhealthyThreshold"]);
        Assert.Equal(60.0, targets["deregistrationDelay"]);
        Assert.Equal(true, targets["connectionTermination"]);
    }

    // Auto Mode registers pods by their addresses, and with target groups of its own cluster alone.
    [Fact]
    public async Task Targets_AreAddressesOfPodsOfTheRegionsOwnCluster()
    {
        foreach (var (declared, region) in new[] { (await PrimaryAsync(Declare), "eu-west-1"), (await StandbyAsync(Declare), "eu-central-1") })
        {
            var targets = declared.Single(Targets);

            Assert.Equal("ip", targets["targetType"]);
            Assert.Equal("vpc-1", targets["vpcId"]);
            Assert.Equal($"drinfra-main-cluster-{region}", targets["tags.eks:eks-cluster-name"]);
            Assert.Equal("ledger", targets["tags.dr:workload"]);
            Assert.Equal("false", targets["preserveClientIp"]);
        }
    }

    [Fact]
    public async Task SecurityGroup_LetsClientsInOnThePortAndReachesTargetsInTheVpc()
    {
        var declared = await PrimaryAsync(Declare);

        var ingress = declared.Named("ledger-endpoint-clients-eu-west-1");
        Assert.Equal("0.0.0.0/0", ingress["cidrIpv4"]);
        Assert.Equal(8443.0, ingress["fromPort"]);
        Assert.Equal(8443.0, ingress["toPort"]);
        var egress = declared.Single("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
        Assert.Equal("10.1.0.0/16", egress["cidrIpv4"]);
        Assert.Equal(8443.0, egress["fromPort"]);
    }

    [Fact]
    public async Task Pods_LetTheLoadBalancerIn()
    {
        var ingress = (await PrimaryAsync(Declare)).Named("ledger-pods-from-endpoint-eu-west-1");

        Assert.Equal("sg-of-the-cluster", ingress["securityGroupId"]);
        Assert.Equal("ledger-endpoint-security-group-eu-west-1-id", ingress["referencedSecurityGroupId"]);
        Assert.Equal((8443.0, 8443.0), (ingress["fromPort"], ingress["toPort"]));
        Assert.Null(ingress["cidrIpv4"]);
    }

    // Gotcha 77: an alias to what is not there yet is refused, so the alias and its load balancer are in one stack, and the failover
    // pair, which names both Regions, is not here.
    [Fact]
    public async Task Gotcha77_RegionalNameIsAnAliasToTheLoadBalancerOfTheSameStack()
    {
        foreach (var (declared, region) in new[] { (await PrimaryAsync(Declare), "eu-west-1"), (await StandbyAsync(Declare), "eu-central-1") })
        {
            var record = declared.Single(Record);
            Assert.Equal($"ledger.{region}.data.example.com", record["name"]);
            Assert.Equal("A", record["type"]);
            Assert.Equal("Z0123456789EXAMPLE", record["zoneId"]);
            Assert.Equal($"ledger-load-balancer-{region}.dns.example", record["aliases[0].name"]);
            Assert.Equal($"ledger-load-balancer-{region}-zone", record["aliases[0].zoneId"]);
            Assert.Equal(false, record["aliases[0].evaluateTargetHealth"]);
            Assert.All(
                new[] { "ttl", "failoverRoutingPolicies", "setIdentifier", "healthCheckId", "allowOverwrite" },
                property => Assert.Null(record[property]));
        }
    }

    [Fact]
    public async Task Activation_ChangesNothingOfTheEndpoint()
    {
        var standby = await StandbyAsync(Declare);
        var active = await StandbyAsync(Declare, ("activation", "active"));

        Assert.Equal(standby.All.Select(one => $"{one.Name} {Text(one.Inputs)}"), active.All.Select(one => $"{one.Name} {Text(one.Inputs)}"));
    }

    [Fact]
    public async Task WorkloadWithoutServing_IsRefused()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => PrimaryAsync(fixture => _ = new ServingEndpoint(
            "endpoint", new ServingEndpointArgs(fixture.Region, fixture.Settings.Workloads[1], fixture.Network, fixture.Cluster))));

        Assert.Contains("workload lake has no serving settings", refusal.ToString(), StringComparison.Ordinal);
    }

    private static void Declare(ServingFixture fixture) => _ = fixture.Endpoint;
}
