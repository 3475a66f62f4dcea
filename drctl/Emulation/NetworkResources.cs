using System.Collections.Immutable;
using System.IO.Hashing;
using System.Net;
using System.Text;
using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Drctl.Emulation;

internal static class NetworkResources
{
    private const string EverythingAllowed =
        """{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}],"Version":"2008-10-17"}""";

    private const string DefaultFlowLogFormat =
        "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} "
        + "${packets} ${bytes} ${start} ${end} ${action} ${log-status}";

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(Ec2Types.Vpc, CreateVpc),
        new(Ec2Types.Subnet, CreateSubnet),
        new(Ec2Types.InternetGateway, CreateInternetGateway),
        new(Ec2Types.Eip, CreateEip),
        new(Ec2Types.NatGateway, CreateNatGateway),
        new(Ec2Types.RouteTable, CreateRouteTable),
        new(Ec2Types.Route, CreateRoute),
        new(Ec2Types.RouteTableAssociation, CreateRouteTableAssociation),
        new(Ec2Types.VpcEndpoint, CreateVpcEndpoint),
        new(Ec2Types.FlowLog, CreateFlowLog),
    ];

    private static EmulatedResource CreateVpc(EmulationRequest request)
    {
        var id = request.Ec2Id("vpc");
        var routes = request.Ec2Id("rtb");
        RequireSize(request, request.Text("cidrBlock"));
        return Owned(request, $"vpc/{id}")
            .Set("defaultNetworkAclId", request.Ec2Id("acl"))
            .Set("defaultRouteTableId", routes)
            .Set("mainRouteTableId", routes)
            .Set("defaultSecurityGroupId", request.Ec2Id("sg"))
            .Set("dhcpOptionsId", StableDhcpOptions(request))
            .Default("enableDnsSupport", true)
            .Default("instanceTenancy", "default")
            .Off("enableDnsHostnames", "enableNetworkAddressUsageMetrics", "assignGeneratedIpv6CidrBlock")
            .EmptyTexts(request.Flag("assignGeneratedIpv6CidrBlock")
                ? []
                : ["ipv6AssociationId", "ipv6CidrBlock", "ipv6CidrBlockNetworkBorderGroup"])
            .WithId(id);
    }

    /// <summary>The id of a subnet of another stack, by the name that it has in its program.</summary>
    public static string SubnetId(string accountId, string region, string name) =>
        new EmulationRequest(Ec2Types.Subnet, name, Wire.EmptyMap, accountId, region, Wire.EmptyMap, (_, _, _) => null).Ec2Id("subnet");

    private static EmulatedResource CreateSubnet(EmulationRequest request)
    {
        var id = request.Ec2Id("subnet");
        var vpc = request.Find(Ec2Types.Vpc, request.Text("vpcId"));
        RequireSize(request, request.Text("cidrBlock"));
        RequireInside(request, request.Text("cidrBlock"), vpc?.Outputs.GetValueOrDefault("cidrBlock") as string);
        var zone = request.Text("availabilityZone");
        if (zone is not null && !zone.StartsWith(request.Region, StringComparison.Ordinal))
        {
            throw request.Refuse("availabilityZone", zone, $"the zones of the provider's Region start with {request.Region}.");
        }

        zone ??= RegionNames.Zones(request.Region)[StableIds.Number(3, request.Region, request.Name)];
        return Owned(request, $"subnet/{id}")
            .Default("availabilityZone", zone)
            .Default("availabilityZoneId", RegionNames.ZoneId(zone))
            .Default("privateDnsHostnameTypeOnLaunch", "ip-name")
            .Off("enableResourceNameDnsARecordOnLaunch", "enableResourceNameDnsAaaaRecordOnLaunch")
            .Off("assignIpv6AddressOnCreation", "enableDns64", "ipv6Native", "mapPublicIpOnLaunch")
            .EmptyTexts(request.Inputs.ContainsKey("ipv6CidrBlock") ? [] : ["ipv6CidrBlock", "ipv6CidrBlockAssociationId"])
            .WithId(id);
    }

    private static EmulatedResource CreateInternetGateway(EmulationRequest request)
    {
        var id = request.Ec2Id("igw");
        return Owned(request, $"internet-gateway/{id}").WithId(id);
    }

    private static EmulatedResource CreateEip(EmulationRequest request)
    {
        var id = request.Ec2Id("eipalloc");
        // 198.18.0.0/15 is set aside for benchmarks (RFC 2544): an invented address must not be somebody's.
        var host = StableIds.Number(1 << 17, request.AccountId, request.Region, request.Name);
        var address = $"198.{18 + (host >> 16)}.{(host >> 8) & 0xFF}.{host & 0xFF}";
        var domain = request.Region == "us-east-1" ? "compute-1" : $"{request.Region}.compute";
        return EmulatedOutputs.InRegion(request)
            .Set("allocationId", id)
            .Set("arn", request.Arn("ec2", $"elastic-ip/{id}"))
            .Set("publicIp", address)
            .Set("publicDns", $"ec2-{address.Replace('.', '-')}.{domain}.{request.DnsSuffix}")
            .Default("domain", "vpc")
            .Default("networkBorderGroup", request.Region)
            .Default("publicIpv4Pool", "amazon")
            .EmptyTexts("associationId", "carrierIp", "customerOwnedIp", "instance", "ipamPoolId")
            .EmptyTexts("networkInterface", "privateIp", "privateDns", "ptrRecord")
            .Tagged()
            .WithId(id);
    }

    private static EmulatedResource CreateNatGateway(EmulationRequest request)
    {
        var subnet = request.Find(Ec2Types.Subnet, request.Text("subnetId"));
        var address = request.Find(Ec2Types.Eip, request.Text("allocationId"));
        return EmulatedOutputs.InRegion(request)
            .Set("associationId", address is null ? null : request.Ec2Id("eipassoc"))
            .Set("networkInterfaceId", request.Ec2Id("eni"))
            .Set("publicIp", address?.Outputs.GetValueOrDefault("publicIp"))
            .Default("vpcId", subnet?.Outputs.GetValueOrDefault("vpcId"))
            .Default("privateIp", AddressIn(subnet?.Outputs.GetValueOrDefault("cidrBlock") as string, request))
            .Default("connectivityType", "public")
            .Default("availabilityMode", "zonal")
            .Default("secondaryPrivateIpAddressCount", 0)
            .EmptyLists("secondaryAllocationIds", "secondaryPrivateIpAddresses", "regionalNatGatewayAddresses")
            .EmptyTexts("autoProvisionZones", "autoScalingIps", "regionalNatGatewayAutoMode", "routeTableId")
            .Tagged()
            .WithId(request.Ec2Id("nat"));
    }

    private static EmulatedResource CreateRouteTable(EmulationRequest request)
    {
        var id = request.Ec2Id("rtb");
        return Owned(request, $"route-table/{id}").EmptyLists("routes", "propagatingVgws").WithId(id);
    }

    private static EmulatedResource CreateRoute(EmulationRequest request)
    {
        var table = request.Text("routeTableId");
        var destination = request.Text("destinationCidrBlock")
            ?? request.Text("destinationIpv6CidrBlock")
            ?? request.Text("destinationPrefixListId");
        return EmulatedOutputs.InRegion(request)
            .Set("origin", "CreateRoute")
            .Set("state", "active")
            .EmptyTexts("instanceId", "instanceOwnerId", "networkInterfaceId")
            // As the provider makes it: the CRC-32 of the destination at the end.
            .WithId(table is null || destination is null ? null : $"r-{table}{Crc32.HashToUInt32(Encoding.UTF8.GetBytes(destination))}");
    }

    private static EmulatedResource CreateRouteTableAssociation(EmulationRequest request) =>
        EmulatedOutputs.InRegion(request).WithId(request.Ec2Id("rtbassoc"));

    private static EmulatedResource CreateVpcEndpoint(EmulationRequest request)
    {
        var id = request.Ec2Id("vpce");
        var type = request.Text("vpcEndpointType") ?? "Gateway";
        var outputs = Owned(request, $"vpc-endpoint/{id}")
            .Default("vpcEndpointType", type)
            .Default("policy", EverythingAllowed)
            .Default("serviceRegion", request.Region)
            .Set("state", "available")
            .Set("requesterManaged", false)
            .Off("privateDnsEnabled")
            .EmptyLists("routeTableIds", "securityGroupIds", "subnetIds", "subnetConfigurations");
        if (type == "Gateway")
        {
            return outputs
                .Default("dnsOptions", ImmutableDictionary<string, object>.Empty.Add("dnsRecordIpType", "service-defined"))
                .Set("prefixListId", "pl-" + StableIds.Hex(8, request.Region, request.Text("serviceName") ?? string.Empty))
                .EmptyLists("networkInterfaceIds", "dnsEntries")
                .WithId(id);
        }

        var interfaces = request.List("subnetIds").Select(object (_, index) => request.Ec2Id("eni", $"eni{index}"));
        var service = request.Text("serviceName")?.Split('.').LastOrDefault() ?? "service";
        return outputs
            .Set("dnsEntries", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty
                .Add("dnsName", $"{id}-{request.Hex(8, "dns")}.{service}.{request.Region}.vpce.{request.DnsSuffix}")
                .Add("hostedZoneId", "Z" + request.Upper(13, "zone"))))
            .Set("networkInterfaceIds", interfaces.ToImmutableArray())
            .Default("ipAddressType", "ipv4")
            .Default("dnsOptions", ImmutableDictionary<string, object>.Empty.Add("dnsRecordIpType", "ipv4"))
            .EmptyLists("cidrBlocks")
            .EmptyTexts("prefixListId")
            .WithId(id);
    }

    private static EmulatedResource CreateFlowLog(EmulationRequest request)
    {
        var id = request.Ec2Id("fl");
        return EmulatedOutputs.InRegion(request)
            .Set("arn", request.Arn("ec2", $"vpc-flow-log/{id}"))
            .Default("logDestinationType", "cloud-watch-logs")
            .Default("logFormat", DefaultFlowLogFormat)
            .Default("maxAggregationInterval", 600)
            .EmptyLists("tagFieldSpecifications")
            .Tagged()
            .WithId(id);
    }

    /// <summary>What most EC2 resources have: an ARN, an owner, tags.</summary>
    internal static EmulatedOutputs Owned(EmulationRequest request, string resource) =>
        EmulatedOutputs.InRegion(request)
            .Set("arn", request.Arn("ec2", resource))
            .Set("ownerId", request.AccountId)
            .Tagged();

    /// <summary>One of a subnet's addresses that AWS does not keep (the first four and the last).</summary>
    private static string? AddressIn(string? range, EmulationRequest request)
    {
        if (range is null)
        {
            return null;
        }

        var network = IPNetwork.Parse(range);
        var free = (1 << (32 - network.PrefixLength)) - 5;
        var bytes = network.BaseAddress.GetAddressBytes();
        var offset = 4 + StableIds.Number(free, request.AccountId, request.Region, request.Name);
        bytes[2] += (byte)(offset >> 8);
        bytes[3] += (byte)offset;
        return new IPAddress(bytes).ToString();
    }

    private static string StableDhcpOptions(EmulationRequest request) =>
        "dopt-" + StableIds.Hex(17, request.AccountId, request.Region, "dopt");

    /// <summary>VPC user guide, "VPC CIDR blocks" and "Subnet sizing": between /28 and /16.</summary>
    private static void RequireSize(EmulationRequest request, string? range)
    {
        if (range is null)
        {
            return;
        }

        if (!IPNetwork.TryParse(range, out var network) || network.PrefixLength is < 16 or > 28 || network.ToString() != range)
        {
            throw request.Refuse("cidrBlock", range, "a range is written as its first address and a length from /16 to /28.");
        }
    }

    private static void RequireInside(EmulationRequest request, string? inner, string? outer)
    {
        if (inner is null || outer is null)
        {
            return;
        }

        var subnet = IPNetwork.Parse(inner);
        var vpc = IPNetwork.Parse(outer);
        if (subnet.PrefixLength < vpc.PrefixLength || !vpc.Contains(subnet.BaseAddress))
        {
            throw request.Refuse("cidrBlock", inner, $"a subnet lies inside the range of its VPC, {outer}.");
        }
    }
}
