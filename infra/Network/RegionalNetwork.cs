using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Network;

/// <summary>What <see cref="RegionalNetwork"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Network">The network to make, or the one that is there.</param>
/// <param name="Sizing">How much is bought: a NAT gateway per zone, or one.</param>
/// <param name="LogKeyArn">The key that flow logs are encrypted with.</param>
public sealed record RegionalNetworkArgs(RegionContext Region, NetworkSettings Network, Sizing Sizing, Output<string> LogKeyArn)
{
    /// <summary>The policy of the endpoint of Keyspaces; null = nobody uses it, and there is none.</summary>
    public string? KeyspacesPolicy { get; init; }
}

/// <summary>
/// A Region's network over three zones: public subnets for load balancers, private ones for workloads, data ones for databases
/// (no way to the internet), NAT per zone or one by sizing, endpoints for the services that recovery needs, flow logs, and a
/// default security group that lets nothing through. An existing VPC is used as it is.
/// </summary>
[Practices("H5", "F1")]
public sealed class RegionalNetwork : ComponentResource
{
    // The VPC is cut into sixteen: three public, three private, three data; seven stay free.
    private const int SubnetBits = 4;

    private const int HttpsPort = 443;

    /// <summary>
    /// Interface endpoints: what must answer while the way to the internet is gone. Credentials, keys, parameters (the manifest and
    /// the runbook are there), logs and metrics, images, and the tokens that pods and functions log in with.
    /// </summary>
    private static readonly string[] InterfaceServices = ["ecr.api", "ecr.dkr", "eks-auth", "kms", "logs", "monitoring", "secretsmanager", "ssm", "sts"];

    private readonly RegionContext _region;
    private readonly Sizing _sizing;
    private readonly string? _keyspacesPolicy;
    private readonly Belonging _shared;

    /// <summary>Declares the network, or takes over the ids of an existing one.</summary>
    public RegionalNetwork(string name, RegionalNetworkArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:network:RegionalNetwork", name, options)
    {
        _region = args.Region;
        _sizing = args.Sizing;
        _keyspacesPolicy = args.KeyspacesPolicy;
        _shared = _region.Shared;
        Region = Output.Create(args.Region.Region);
        Range = args.Network.Range;
        Zones = args.Network.Zones;
        LoadBalancerRanges = args.Network is NewNetwork ? [.. Enumerable.Range(0, Zones.Count).Select(zone => Range.Part(SubnetBits, zone))] : [Range];
        switch (args.Network)
        {
            case NewNetwork created:
                (VpcId, PublicSubnetIds, PrivateSubnetIds, DataSubnetIds) = Create(created, args.LogKeyArn);
                break;
            case ExistingNetwork existing:
                VpcId = Output.Create(existing.VpcId);
                PublicSubnetIds = Ids(existing.PublicSubnets);
                PrivateSubnetIds = Ids(existing.PrivateSubnets);
                DataSubnetIds = Ids(existing.DataSubnets);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(args), args.Network, "unknown kind of network");
        }

        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The VPC's id.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>Three zones, in the order of the subnets.</summary>
    public IReadOnlyList<string> Zones { get; }

    /// <summary>The VPC's addresses.</summary>
    public AddressRange Range { get; }

    /// <summary>Where load balancers are: the public subnets of a network of ours, else all of the VPC.</summary>
    public IReadOnlyList<AddressRange> LoadBalancerRanges { get; }

    /// <summary>Subnets with a way in from the internet.</summary>
    public IReadOnlyList<Output<string>> PublicSubnetIds { get; }

    /// <summary>Subnets with a way out to the internet.</summary>
    public IReadOnlyList<Output<string>> PrivateSubnetIds { get; }

    /// <summary>Subnets without one.</summary>
    public IReadOnlyList<Output<string>> DataSubnetIds { get; }

    private static Output<string>[] Ids(IReadOnlyList<string> ids) => [.. ids.Select(id => Output.Create(id))];

    private static string Letter(string zone) => zone[^1..];

    private (Output<string> Vpc, IReadOnlyList<Output<string>> Public, IReadOnlyList<Output<string>> Private, IReadOnlyList<Output<string>> Data)
        Create(NewNetwork network, Output<string> logKeyArn)
    {
        var vpc = new Aws.Ec2.Vpc(Logical("vpc"), new Aws.Ec2.VpcArgs
        {
            CidrBlock = network.Range.ToString(),
            EnableDnsSupport = true,
            EnableDnsHostnames = true,
            Tags = _region.Tags(_shared, _region.Names.Network("vpc", _region.Region)),
        }, _region.Child(this));
        _ = new Aws.Ec2.DefaultSecurityGroup(Logical("default-security-group"), new Aws.Ec2.DefaultSecurityGroupArgs
        {
            VpcId = vpc.Id,
            Tags = _region.Tags(_shared, _region.Names.Network("closed", _region.Region)),
        }, _region.Child(this));

        var publicSubnets = Subnets(vpc, network, "public", 0);
        var privateSubnets = Subnets(vpc, network, "private", 3);
        var dataSubnets = Subnets(vpc, network, "data", 6);
        RoutePublic(vpc, publicSubnets);
        var tables = RoutePrivate(vpc, publicSubnets, privateSubnets);
        tables.Add(RouteData(vpc, dataSubnets));
        Endpoints(vpc, network, tables, privateSubnets);
        if (_keyspacesPolicy is { } policy && _sizing == Sizing.Full)
        {
            KeyspacesEndpoint(vpc, network, policy, privateSubnets);
        }

        FlowLogs(vpc, logKeyArn);
        return (vpc.Id, SubnetIds(publicSubnets), SubnetIds(privateSubnets), SubnetIds(dataSubnets));
    }

    private static Output<string>[] SubnetIds(IReadOnlyList<Aws.Ec2.Subnet> subnets) => [.. subnets.Select(subnet => subnet.Id)];

    private string Logical(string part) => $"{part}-{_region.Region}";

    private List<Aws.Ec2.Subnet> Subnets(Aws.Ec2.Vpc vpc, NewNetwork network, string kind, int first) =>
        [.. network.Zones.Select((zone, index) => new Aws.Ec2.Subnet(Logical($"{kind}-subnet-{Letter(zone)}"), new Aws.Ec2.SubnetArgs
        {
            VpcId = vpc.Id,
            CidrBlock = network.Range.Part(SubnetBits, first + index).ToString(),
            AvailabilityZone = zone,
            MapPublicIpOnLaunch = false,
            Tags = _region.Tags(_shared, _region.Names.Network($"{kind}-{Letter(zone)}", _region.Region)),
        }, _region.Child(this)))];

    private Aws.Ec2.RouteTable RouteTable(Aws.Ec2.Vpc vpc, string part) =>
        new(Logical($"{part}-routes"), new Aws.Ec2.RouteTableArgs
        {
            VpcId = vpc.Id,
            Tags = _region.Tags(_shared, _region.Names.Network(part, _region.Region)),
        }, _region.Child(this));

    private void Associate(string part, Aws.Ec2.Subnet subnet, Aws.Ec2.RouteTable table) =>
        _ = new Aws.Ec2.RouteTableAssociation(Logical($"{part}-routes"), new Aws.Ec2.RouteTableAssociationArgs
        {
            SubnetId = subnet.Id,
            RouteTableId = table.Id,
        }, _region.Child(this));

    private void RoutePublic(Aws.Ec2.Vpc vpc, IReadOnlyList<Aws.Ec2.Subnet> subnets)
    {
        var gateway = new Aws.Ec2.InternetGateway(Logical("internet-gateway"), new Aws.Ec2.InternetGatewayArgs
        {
            VpcId = vpc.Id,
            Tags = _region.Tags(_shared, _region.Names.Network("internet", _region.Region)),
        }, _region.Child(this));
        var table = RouteTable(vpc, "public");
        _ = new Aws.Ec2.Route(Logical("public-internet-route"), new Aws.Ec2.RouteArgs
        {
            RouteTableId = table.Id,
            DestinationCidrBlock = "0.0.0.0/0",
            GatewayId = gateway.Id,
        }, _region.Child(this));
        foreach (var (subnet, zone) in subnets.Zip(Zones))
        {
            Associate($"public-{Letter(zone)}", subnet, table);
        }
    }

    private List<Aws.Ec2.RouteTable> RoutePrivate(
        Aws.Ec2.Vpc vpc, IReadOnlyList<Aws.Ec2.Subnet> publicSubnets, IReadOnlyList<Aws.Ec2.Subnet> privateSubnets)
    {
        var gateways = Zones
            .Take(_sizing == Sizing.Small ? 1 : Zones.Count)
            .Select((zone, index) => NatGateway(zone, publicSubnets[index]))
            .ToList();
        var tables = new List<Aws.Ec2.RouteTable>();
        foreach (var (zone, index) in Zones.Select((zone, index) => (zone, index)))
        {
            var table = RouteTable(vpc, $"private-{Letter(zone)}");
            _ = new Aws.Ec2.Route(Logical($"private-{Letter(zone)}-internet-route"), new Aws.Ec2.RouteArgs
            {
                RouteTableId = table.Id,
                DestinationCidrBlock = "0.0.0.0/0",
                NatGatewayId = gateways[Math.Min(index, gateways.Count - 1)].Id,
            }, _region.Child(this));
            Associate($"private-{Letter(zone)}", privateSubnets[index], table);
            tables.Add(table);
        }

        return tables;
    }

    private Aws.Ec2.NatGateway NatGateway(string zone, Aws.Ec2.Subnet subnet)
    {
        var address = new Aws.Ec2.Eip(Logical($"nat-address-{Letter(zone)}"), new Aws.Ec2.EipArgs
        {
            Domain = "vpc",
            Tags = _region.Tags(_shared, _region.Names.Network($"nat-{Letter(zone)}", _region.Region)),
        }, _region.Child(this));
        return new Aws.Ec2.NatGateway(Logical($"nat-gateway-{Letter(zone)}"), new Aws.Ec2.NatGatewayArgs
        {
            SubnetId = subnet.Id,
            AllocationId = address.Id,
            ConnectivityType = "public",
            Tags = _region.Tags(_shared, _region.Names.Network($"nat-{Letter(zone)}", _region.Region)),
        }, _region.Child(this));
    }

    private Aws.Ec2.RouteTable RouteData(Aws.Ec2.Vpc vpc, IReadOnlyList<Aws.Ec2.Subnet> subnets)
    {
        var table = RouteTable(vpc, "data");
        foreach (var (subnet, zone) in subnets.Zip(Zones))
        {
            Associate($"data-{Letter(zone)}", subnet, table);
        }

        return table;
    }

    private void Endpoints(
        Aws.Ec2.Vpc vpc, NewNetwork network, IReadOnlyList<Aws.Ec2.RouteTable> tables, IReadOnlyList<Aws.Ec2.Subnet> privateSubnets)
    {
        foreach (var service in new[] { "dynamodb", "s3" })
        {
            _ = new Aws.Ec2.VpcEndpoint(Logical($"{service}-endpoint"), new Aws.Ec2.VpcEndpointArgs
            {
                VpcId = vpc.Id,
                ServiceName = $"com.amazonaws.{_region.Region}.{service}",
                VpcEndpointType = "Gateway",
                RouteTableIds = tables.Select(table => table.Id).ToArray(),
                Tags = _region.Tags(_shared, _region.Names.Network(service, _region.Region)),
            }, _region.Child(this));
        }

        var group = EndpointPort(vpc, network, "endpoints", "https", "Interface endpoints", "HTTPS", HttpsPort);
        foreach (var service in InterfaceServices)
        {
            InterfaceEndpoint(vpc, service, group, privateSubnets);
        }
    }

    // Full sizing only: without it the way to Keyspaces is the one to the internet, over TLS all the same.
    private void KeyspacesEndpoint(Aws.Ec2.Vpc vpc, NewNetwork network, string policy, IReadOnlyList<Aws.Ec2.Subnet> privateSubnets)
    {
        var group = EndpointPort(vpc, network, "cassandra-endpoint", "cql", "Interface endpoint of Keyspaces", "CQL", KeyspaceAddress.Port);
        InterfaceEndpoint(vpc, "cassandra", group, privateSubnets, policy);
    }

    private Aws.Ec2.SecurityGroup EndpointPort(
        Aws.Ec2.Vpc vpc, NewNetwork network, string part, string rule, string owner, string protocol, int port) => new VpcPort
    {
        Group = Logical($"{part}-security-group"),
        Rule = Logical($"{part}-{rule}"),
        Name = _region.Names.SecurityGroup("shared", part, _region.Region),
        Owner = owner,
        Protocol = protocol,
        Port = port,
        VpcId = vpc.Id,
        Range = network.Range,
        Belonging = _shared,
    }.Declare(_region, this);

    private void InterfaceEndpoint(
        Aws.Ec2.Vpc vpc, string service, Aws.Ec2.SecurityGroup group, IReadOnlyList<Aws.Ec2.Subnet> privateSubnets, string? policy = null)
    {
        var args = new Aws.Ec2.VpcEndpointArgs
        {
            VpcId = vpc.Id,
            ServiceName = $"com.amazonaws.{_region.Region}.{service}",
            VpcEndpointType = "Interface",
            PrivateDnsEnabled = true,
            SubnetIds = SubnetIds(privateSubnets),
            SecurityGroupIds = { group.Id },
            Tags = _region.Tags(_shared, _region.Names.Network(service, _region.Region)),
        };
        if (policy is not null)
        {
            args.Policy = policy;
        }

        _ = new Aws.Ec2.VpcEndpoint(Logical($"{service.Replace('.', '-')}-endpoint"), args, _region.Child(this));
    }

    private void FlowLogs(Aws.Ec2.Vpc vpc, Output<string> logKeyArn)
    {
        var logGroupName = _region.Names.FlowLogGroup(_region.Region);
        var group = new Aws.CloudWatch.LogGroup(Logical("flow-logs"), new Aws.CloudWatch.LogGroupArgs
        {
            Name = logGroupName,
            RetentionInDays = 365,
            KmsKeyId = logKeyArn,
            Tags = _region.Tags(_shared),
        }, _region.Child(this));
        var role = new Aws.Iam.Role(Logical("flow-logs-role"), new Aws.Iam.RoleArgs
        {
            Name = _region.Names.Role("shared", $"flow-logs-{_region.Region}"),
            Description = "Writes the network's flow logs",
            AssumeRolePolicy = FlowLogsRole.TrustPolicy(_region.AccountId),
            Tags = _region.GlobalTags(_shared),
        }, _region.Child(this));
        var permission = new Aws.Iam.RolePolicy(Logical("flow-logs-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "write-flow-logs",
            Role = role.Name,
            Policy = FlowLogsRole.Policy(Arns.LogGroup(_region.Region, _region.AccountId, logGroupName)),
        }, _region.Child(this));
        _ = new Aws.Ec2.FlowLog(Logical("flow-log"), new Aws.Ec2.FlowLogArgs
        {
            VpcId = vpc.Id,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = group.Arn,
            IamRoleArn = role.Arn,
            Tags = _region.Tags(_shared, _region.Names.Network("flow-log", _region.Region)),
        }, _region.Child(this, permission));
    }
}
