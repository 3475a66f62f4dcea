using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Serving;

/// <summary>What <see cref="ServingEndpoint"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workload">A workload that serves.</param>
/// <param name="Network">The Region's network.</param>
/// <param name="Cluster">The Region's cluster, whose pods are the targets.</param>
public sealed record ServingEndpointArgs(RegionContext Region, WorkloadSettings Workload, RegionalNetwork Network, RegionalCluster Cluster);

/// <summary>
/// Where a workload is reached in one Region: a network load balancer over the three zones that passes TCP through (TLS ends in the
/// workload), its targets, and the workload's regional name. Which Region clients are sent to is decided elsewhere, by the
/// failover pair of the primary's stack.
/// </summary>
[Practices("F2", "H3")]
public sealed class ServingEndpoint : ComponentResource
{
    /// <summary>Seconds between two checks of a target.</summary>
    public const int HealthCheckSeconds = 10;

    /// <summary>Seconds after which clients of a target that leaves are let go, instead of holding on to it.</summary>
    public const int DeregistrationSeconds = 60;

    private readonly ServingEndpointArgs _args;
    private readonly RegionContext _region;
    private readonly Belonging _belonging;

    /// <summary>Declares load balancer, targets and name.</summary>
    /// <exception cref="ArgumentException">The workload does not serve.</exception>
    public ServingEndpoint(string name, ServingEndpointArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:serving:ServingEndpoint", name, options)
    {
        _args = args;
        _region = args.Region;
        _belonging = Belonging.To(args.Workload);
        Port = args.Workload.Serving?.Port
            ?? throw new ArgumentException($"workload {args.Workload.Name} has no serving settings, so it has no endpoint", nameof(args));

        SecurityGroupId = DeclareSecurityGroup();
        _ = new Aws.Vpc.SecurityGroupIngressRule(Logical("pods-from-endpoint"), new Aws.Vpc.SecurityGroupIngressRuleArgs
        {
            SecurityGroupId = args.Cluster.SecurityGroupId,
            Description = $"From the load balancer of {args.Workload.Name}",
            IpProtocol = "tcp",
            FromPort = Port,
            ToPort = Port,
            ReferencedSecurityGroupId = SecurityGroupId,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        var balancer = DeclareLoadBalancer();
        var targets = DeclareTargets();
        Listener = new Aws.LB.Listener(Logical("listener"), new Aws.LB.ListenerArgs
        {
            LoadBalancerArn = balancer.Arn,
            Port = Port,
            Protocol = "TCP",
            DefaultActions = { new Aws.LB.Inputs.ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = targets.Arn } },
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        DeclareName(balancer);

        Region = Output.Create(_region.Region);
        RegionalName = Output.Create(_region.Names.RegionalEndpoint(args.Workload, _region.Region));
        LoadBalancerArnSuffix = balancer.ArnSuffix;
        TargetGroupArn = targets.Arn;
        TargetGroupArnSuffix = targets.ArnSuffix;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The workload's name in this Region.</summary>
    [Output("regionalName")]
    public Output<string> RegionalName { get; private set; }

    /// <summary>What metrics call the load balancer.</summary>
    [Output("loadBalancerArnSuffix")]
    public Output<string> LoadBalancerArnSuffix { get; private set; }

    /// <summary>The targets' group.</summary>
    [Output("targetGroupArn")]
    public Output<string> TargetGroupArn { get; private set; }

    /// <summary>What metrics call the targets' group.</summary>
    [Output("targetGroupArnSuffix")]
    public Output<string> TargetGroupArnSuffix { get; private set; }

    /// <summary>The load balancer's security group: pods let this one in.</summary>
    public Output<string> SecurityGroupId { get; }

    /// <summary>The listener, without which targets get no traffic and no checks.</summary>
    public Aws.LB.Listener Listener { get; }

    /// <summary>The port of clients, targets and checks.</summary>
    public int Port { get; }

    private string Logical(string part) => $"{_args.Workload.Name}-{part}-{_region.Region}";

    private Output<string> DeclareSecurityGroup()
    {
        var group = new Aws.Ec2.SecurityGroup(Logical("endpoint-security-group"), new Aws.Ec2.SecurityGroupArgs
        {
            Name = _region.Names.SecurityGroup(_args.Workload.Name, "endpoint", _region.Region),
            Description = $"Load balancer of {_args.Workload.Name}",
            VpcId = _args.Network.VpcId,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        _ = new Aws.Vpc.SecurityGroupIngressRule(Logical("endpoint-clients"), new Aws.Vpc.SecurityGroupIngressRuleArgs
        {
            SecurityGroupId = group.Id,
            Description = "Clients from anywhere: the endpoint is public",
            IpProtocol = "tcp",
            FromPort = Port,
            ToPort = Port,
            CidrIpv4 = "0.0.0.0/0",
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        _ = new Aws.Vpc.SecurityGroupEgressRule(Logical("endpoint-targets"), new Aws.Vpc.SecurityGroupEgressRuleArgs
        {
            SecurityGroupId = group.Id,
            Description = "Targets and their health checks inside the VPC",
            IpProtocol = "tcp",
            FromPort = Port,
            ToPort = Port,
            CidrIpv4 = _args.Network.Range.ToString(),
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        return group.Id;
    }

    private Aws.LB.LoadBalancer DeclareLoadBalancer() => new(Logical("load-balancer"), new Aws.LB.LoadBalancerArgs
    {
        Name = _region.Names.LoadBalancer(_args.Workload.Name, _region.Region),
        LoadBalancerType = "network",
        Internal = false,
        IpAddressType = "ipv4",
        Subnets = _args.Network.PublicSubnetIds.ToArray(),
        SecurityGroups = { SecurityGroupId },

        // A zone whose targets are gone still answers, with those of the other two.
        EnableCrossZoneLoadBalancing = true,
        EnableDeletionProtection = true,

        // No access logs: AWS writes them for TLS listeners alone, and TLS ends in the workload; flow logs show the connections
        // (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html).
        Tags = _region.Tags(_belonging),
    }, _region.Child(this));

    private Aws.LB.TargetGroup DeclareTargets()
    {
        // Auto Mode registers pods only with a target group of its own cluster, and knows it by this tag
        // (https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html).
        var tags = _region.TagTexts(_belonging);
        tags["eks:eks-cluster-name"] = _args.Cluster.Connection.Name;
        return new Aws.LB.TargetGroup(Logical("pod-targets"), new Aws.LB.TargetGroupArgs
        {
            Name = _region.Names.TargetGroup(_args.Workload.Name, _region.Region),
            TargetType = "ip",
            Protocol = "TCP",
            Port = Port,
            VpcId = _args.Network.VpcId,
            DeregistrationDelay = DeregistrationSeconds,
            ConnectionTermination = true,

            // Pods see the load balancer's addresses, which is what their network policy lets in.
            PreserveClientIp = "false",

            // What clients would see, not an open port. Whether the writer is reached is not asked: that would take down a standby whose writer is
            // elsewhere.
            HealthCheck = new Aws.LB.Inputs.TargetGroupHealthCheckArgs
            {
                Enabled = true,
                Protocol = "HTTPS",
                Path = HealthPaths.Ready,
                Matcher = "200",
                Port = "traffic-port",
                Interval = HealthCheckSeconds,
                Timeout = 5,
                HealthyThreshold = 2,
                UnhealthyThreshold = 2,
            },
            Tags = tags,
        }, _region.Child(this));
    }

    private void DeclareName(Aws.LB.LoadBalancer balancer) =>
        _ = new Aws.Route53.Record(Logical("regional-name"), new Aws.Route53.RecordArgs
        {
            ZoneId = _region.Identity.Dns!.ZoneId,
            Name = _region.Names.RegionalEndpoint(_args.Workload, _region.Region),
            Type = "A",
            Aliases =
            {
                new Aws.Route53.Inputs.RecordAliasArgs
                {
                    Name = balancer.DnsName,
                    ZoneId = balancer.ZoneId,

                    // It stands for this Region whatever its health: canary and failover checks measure through it, and a second
                    // switch in DNS could move traffic before the database is promoted (gotcha 71).
                    EvaluateTargetHealth = false,
                },
            },
        }, _region.Child(this));
}
