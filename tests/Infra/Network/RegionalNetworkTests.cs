using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Network;

public class RegionalNetworkTests
{
    [Fact]
    public async Task FullSizing_HasAWayOutPerZone()
    {
        var declared = await DeclareAsync(Configurations.PrimarySettings());

        Assert.Equal(
            new Dictionary<string, int>
            {
                ["Vpc"] = 1, ["DefaultSecurityGroup"] = 1, ["Subnet"] = 9, ["InternetGateway"] = 1, ["RouteTable"] = 5, ["Route"] = 4,
                ["RouteTableAssociation"] = 9, ["Eip"] = 3, ["NatGateway"] = 3, ["VpcEndpoint"] = 11, ["SecurityGroup"] = 1,
                ["SecurityGroupIngressRule"] = 1, ["LogGroup"] = 1, ["Role"] = 1, ["RolePolicy"] = 1, ["FlowLog"] = 1,
            },
            declared.Counts);
        var gateways = declared.Of("aws:ec2/route:Route").Select(route => route["natGatewayId"]).Where(id => id is not null);
        Assert.Equal(3, gateways.Distinct().Count());
    }

    [Fact]
    public async Task SmallSizing_SharesOneWayOut()
    {
        var declared = await DeclareAsync(Configurations.PrimarySettings(("sizing", "small")));

        Assert.Equal(1, declared.Counts["NatGateway"]);
        Assert.Equal(1, declared.Counts["Eip"]);
        var gateways = declared.Of("aws:ec2/route:Route").Select(route => route["natGatewayId"]).Where(id => id is not null).ToArray();
        Assert.Equal(3, gateways.Length);
        Assert.Single(gateways.Distinct());
    }

    [Fact]
    public async Task Subnets_AreDisjointAndOverThreeZones()
    {
        var subnets = (await DeclareAsync(Configurations.PrimarySettings())).Of("aws:ec2/subnet:Subnet");

        Assert.Equal(9, subnets.Select(subnet => subnet["cidrBlock"]).Distinct().Count());
        Assert.All(subnets.GroupBy(subnet => subnet.Name.Split('-')[0]), kind =>
            Assert.Equal(["eu-west-1a", "eu-west-1b", "eu-west-1c"], kind.Select(subnet => subnet["availabilityZone"])));
        Assert.All(subnets, subnet => Assert.Equal(false, subnet["mapPublicIpOnLaunch"]));
    }

    // What network policies let in as clients: where load balancers are.
    [Fact]
    public async Task LoadBalancerRanges_AreThoseOfThePublicSubnets()
    {
        IReadOnlyList<AddressRange> ranges = [];
        var declared = await DeclareAsync(Configurations.PrimarySettings(), network => ranges = network.LoadBalancerRanges);

        Assert.Equal(
            declared.Of("aws:ec2/subnet:Subnet").Where(subnet => subnet.Name.StartsWith("public", StringComparison.Ordinal))
                .Select(subnet => subnet["cidrBlock"]),
            ranges.Select(range => range.ToString()));
    }

    // Pods log in and pull images also while the way to the internet is gone.
    [Fact]
    public async Task Endpoints_AreThereForImagesAndPodIdentity() => Assert.Subset(
        (await DeclareAsync(Configurations.PrimarySettings())).Of("aws:ec2/vpcEndpoint:VpcEndpoint")
            .Select(endpoint => (string)endpoint["serviceName"]!).ToHashSet(),
        new[] { "ecr.api", "ecr.dkr", "eks-auth", "s3", "sts" }.Select(service => $"com.amazonaws.eu-west-1.{service}").ToHashSet());

    [Fact]
    public async Task DataSubnets_HaveNoRouteToTheInternet()
    {
        var declared = await DeclareAsync(Configurations.PrimarySettings());

        Assert.DoesNotContain(declared.Of("aws:ec2/route:Route"), route => (string)route["routeTableId"]! == "data-routes-eu-west-1-id");
        Assert.Equal(3, declared.Of("aws:ec2/routeTableAssociation:RouteTableAssociation")
            .Count(association => (string)association["routeTableId"]! == "data-routes-eu-west-1-id"));
    }

    [Fact]
    public async Task DefaultSecurityGroup_LetsNothingThrough()
    {
        var group = (await DeclareAsync(Configurations.PrimarySettings())).Single("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");

        Assert.Null(group["ingress"]);
        Assert.Null(group["egress"]);
    }

    [Fact]
    public async Task FlowLogRole_WritesToItsOwnLogGroupOnly()
    {
        var declared = await DeclareAsync(Configurations.PrimarySettings());

        var policy = (string)declared.Single("aws:iam/rolePolicy:RolePolicy")["policy"]!;
        Assert.Contains("""["arn:aws:logs:eu-west-1:123456789012:log-group:/drinfra-main-shared-flow-logs-eu-west-1",""", policy, StringComparison.Ordinal);
        Assert.Equal("arn:the-log-key", declared.Single("aws:cloudwatch/logGroup:LogGroup")["kmsKeyId"]);
        Assert.Equal("global", declared.Single("aws:iam/role:Role")["tags.dr:region"]);
    }

    [Fact]
    public async Task ExistingNetwork_DeclaresNothing()
    {
        const string Existing = """
            {"primary":{"range":"10.1.0.0/16","vpcId":"vpc-0a1b2c3d",
              "publicSubnets":["subnet-00000001","subnet-00000002","subnet-00000003"],
              "privateSubnets":["subnet-00000004","subnet-00000005","subnet-00000006"],
              "dataSubnets":["subnet-00000007","subnet-00000008","subnet-00000009"]},
             "standby":{"range":"10.2.0.0/16"}}
            """;

        Assert.Empty((await DeclareAsync(Configurations.PrimarySettings(("network", Existing)))).Counts);
    }

    private static Task<Declarations> DeclareAsync(PlatformSettings settings, Action<RegionalNetwork>? look = null) => Declarations.OfAsync(() =>
    {
        var network = new RegionalNetwork("network", new RegionalNetworkArgs(
            new RegionContext(settings, StackRole.Primary), settings.PrimaryNetwork, settings.Sizing, Output.Create("arn:the-log-key")));
        look?.Invoke(network);
    });
}
