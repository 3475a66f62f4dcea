using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="StreamReplication"/> needs.</summary>
/// <param name="Region">The Region that it copies into.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Source">The cluster of the other Region, as it is recorded.</param>
/// <param name="Target">The cluster of this Region.</param>
/// <param name="Network">This Region's network.</param>
public sealed record StreamReplicationArgs(
    RegionContext Region, WorkloadSettings Workload, StreamStore Stream, StreamSource Source, EventStream Target, RegionalNetwork Network);

/// <summary>
/// The replicator that copies a stream from the other Region into this one. One stands in each Region from the start, so a failover changes
/// none: records go whichever way they are written. Topics keep their names; a replicator leaves out what came from its target, so nothing goes
/// round (https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-topic-naming.html).
/// </summary>
public sealed class StreamReplication : ComponentResource
{
    /// <summary>Everything: what a pattern forgets would be missed in the disaster.</summary>
    private const string All = ".*";

    private readonly StreamReplicationArgs _args;
    private readonly RegionContext _region;
    private readonly Belonging _belonging;
    private readonly string _name;

    /// <summary>Declares the replicator and what it needs.</summary>
    public StreamReplication(string name, StreamReplicationArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:StreamReplication", name, options)
    {
        _args = args;
        _region = args.Region;
        _belonging = Belonging.To(args.Workload);
        _name = _region.Names.Stream(args.Workload.Name, args.Stream.Name, _region.Region);
        var replicator = Declare();
        Region = Output.Create(_region.Region);
        ReplicatorName = replicator.ReplicatorName;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The replicator's name, by which its metrics are found.</summary>
    [Output("replicatorName")]
    public Output<string> ReplicatorName { get; private set; }

    private string Logical(string part) => $"{_args.Workload.Name}-{_args.Stream.Name}-{part}-{_region.Region}";

    private Aws.Msk.Replicator Declare()
    {
        var from = _region.Identity.Regions.OtherThan(_region.Region);
        var role = new Aws.Iam.Role(Logical("replicator-role"), new Aws.Iam.RoleArgs
        {
            Name = _region.Names.Role(_args.Workload.Name, $"{_args.Stream.Name}-replicator-{_region.Region}"),
            Description = $"Copies {_args.Stream.Name} of {_args.Workload.Name} from {from}",
            AssumeRolePolicy = ReplicatorRole.TrustPolicy,
            Tags = _region.GlobalTags(_belonging),
        }, _region.Child(this));
        var permission = new Aws.Iam.RolePolicy(Logical("replicator-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "copy-topics",
            Role = role.Name,
            Policy = ReplicatorRole.Policy(_region.Identity, _args.Workload, _args.Stream, _region.Region),
        }, _region.Child(this));

        // A new one would copy everything again, and know no offsets until then.
        var options = _region.DataChild(this, permission, _args.Target.Policy);
        options.CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromHours(2), Update = TimeSpan.FromHours(2), Delete = TimeSpan.FromHours(2) };
        return new Aws.Msk.Replicator(Logical("replicator"), new Aws.Msk.ReplicatorArgs
        {
            ReplicatorName = _name,
            Description = $"From {from} to {_region.Region}",
            ServiceExecutionRoleArn = role.Arn,
            KafkaClusters =
            {
                // Of the source, its own subnets, and no security group: MSK connects to it in the other Region by itself (gotcha 35;
                // https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-network-reqs.html).
                Cluster(_args.Source.ClusterArn, _args.Source.SubnetIds.Select(id => (Input<string>)id).ToArray()),
                Cluster(
                    _args.Target.ClusterArn,
                    _args.Network.DataSubnetIds.Select(id => (Input<string>)id).ToArray(),
                    DeclareSecurityGroup().Id),
            },
            ReplicationInfoList = new Aws.Msk.Inputs.ReplicatorReplicationInfoListArgs
            {
                SourceKafkaClusterArn = _args.Source.ClusterArn,
                TargetKafkaClusterArn = _args.Target.ClusterArn,
                TargetCompressionType = "NONE",
                TopicReplications = { Topics() },
                ConsumerGroupReplications = { Groups() },
            },
            Tags = _region.Tags(_belonging),
        }, options);
    }

    // From the earliest record: what was written before a topic was found is copied, too, and so is what the way back has to catch up on.
    private static Aws.Msk.Inputs.ReplicatorReplicationInfoListTopicReplicationArgs Topics() => new()
    {
        TopicsToReplicates = { All },
        TopicNameConfiguration = new Aws.Msk.Inputs.ReplicatorReplicationInfoListTopicReplicationTopicNameConfigurationArgs { Type = "IDENTICAL" },
        StartingPosition = new Aws.Msk.Inputs.ReplicatorReplicationInfoListTopicReplicationStartingPositionArgs { Type = "EARLIEST" },
        DetectAndCopyNewTopics = true,
        CopyTopicConfigurations = true,
        CopyAccessControlListsForTopics = true,
    };

    // Offsets whichever Region producers write in. It takes a replicator each way and cannot be chosen later: another mode is another replicator
    // (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-msk-replicator-consumergroupreplication.html).
    private static Aws.Msk.Inputs.ReplicatorReplicationInfoListConsumerGroupReplicationArgs Groups() => new()
    {
        ConsumerGroupsToReplicates = { All },
        ConsumerGroupOffsetSyncMode = "ENHANCED",
        SynchroniseConsumerGroupOffsets = true,
        DetectAndCopyNewConsumerGroups = true,
    };

    private static Aws.Msk.Inputs.ReplicatorKafkaClusterArgs Cluster(Input<string> arn, Input<string>[] subnets, params Input<string>[] groups)
    {
        var network = new Aws.Msk.Inputs.ReplicatorKafkaClusterVpcConfigArgs { SubnetIds = subnets };
        if (groups.Length > 0)
        {
            network.SecurityGroupsIds = groups;
        }

        return new Aws.Msk.Inputs.ReplicatorKafkaClusterArgs
        {
            AmazonMskCluster = new Aws.Msk.Inputs.ReplicatorKafkaClusterAmazonMskClusterArgs { MskClusterArn = arn },
            VpcConfig = network,
        };
    }

    private Aws.Ec2.SecurityGroup DeclareSecurityGroup()
    {
        var group = new Aws.Ec2.SecurityGroup(Logical("replicator-security-group"), new Aws.Ec2.SecurityGroupArgs
        {
            Name = _region.Names.SecurityGroup(_args.Workload.Name, $"{_args.Stream.Name}-replicator", _region.Region),
            Description = $"Replicator of stream {_args.Stream.Name} of {_args.Workload.Name}: Kafka inside the VPC",
            VpcId = _args.Network.VpcId,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        _ = new Aws.Vpc.SecurityGroupEgressRule(Logical("replicator-kafka"), new Aws.Vpc.SecurityGroupEgressRuleArgs
        {
            SecurityGroupId = group.Id,
            Description = "Kafka inside the VPC",
            IpProtocol = "tcp",
            FromPort = EventStream.Port,
            ToPort = EventStream.Port,
            CidrIpv4 = _args.Network.Range.ToString(),
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        return group;
    }
}
