using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="EventStream"/> needs.</summary>
/// <param name="Region">The Region of the cluster.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Stream">The stream.</param>
/// <param name="KafkaVersion">The version of Kafka, as MSK spells it.</param>
/// <param name="Network">The Region's network.</param>
/// <param name="KeyArn">The key of this Region that records are encrypted with.</param>
/// <param name="LogKeyArn">The key of this Region that its logs are encrypted with.</param>
public sealed record EventStreamArgs(
    RegionContext Region,
    WorkloadSettings Workload,
    StreamStore Stream,
    string KafkaVersion,
    RegionalNetwork Network,
    Output<string> KeyArn,
    Output<string> LogKeyArn);

/// <summary>
/// One Region's cluster of a stream: an Amazon MSK cluster in three zones with a copy of each record in each, which two must have before a
/// producer is told so. Clients come over TLS, as a role of IAM. Its ARN has a random part: the other Region's stack knows it once it is
/// recorded, and a replicator there copies it then (<see cref="StreamReplication"/>).
/// </summary>
#pragma warning disable CA1711 // No stream of bytes: what everybody calls so that uses Kafka.
public sealed class EventStream : ComponentResource
#pragma warning restore CA1711
{
    /// <summary>Where brokers answer clients that come as a role of IAM.</summary>
    public const int Port = 9098;

    private readonly EventStreamArgs _args;
    private readonly RegionContext _region;
    private readonly Belonging _belonging;
    private readonly string _name;

    /// <summary>Declares the cluster and what it needs.</summary>
    public EventStream(string name, EventStreamArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:EventStream", name, options)
    {
        _args = args;
        _region = args.Region;
        _belonging = Belonging.To(args.Workload);
        _name = _region.Names.Stream(args.Workload.Name, args.Stream.Name, _region.Region);
        var cluster = DeclareCluster();
        Policy = new Aws.Msk.ClusterPolicy(Logical("policy"), new Aws.Msk.ClusterPolicyArgs
        {
            ClusterArn = cluster.Arn,
            Policy = cluster.Arn.Apply(StreamPolicy.Of),
        }, _region.Child(this));
        DeclareStorageScaling(cluster);
        DeclareAddresses(cluster);

        Region = Output.Create(_region.Region);
        ClusterArn = cluster.Arn;
        Addresses = cluster.BootstrapBrokersSaslIam;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The cluster's ARN.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>Hosts and ports of the brokers.</summary>
    [Output("addresses")]
    public Output<string> Addresses { get; private set; }

    /// <summary>What lets the other Region's replicator in.</summary>
    public Aws.Msk.ClusterPolicy Policy { get; }

    private string Logical(string part) => $"{_args.Workload.Name}-{_args.Stream.Name}-{part}-{_region.Region}";

    private Aws.Msk.Cluster DeclareCluster()
    {
        var logs = new Aws.CloudWatch.LogGroup(Logical("logs"), new Aws.CloudWatch.LogGroupArgs
        {
            Name = _region.Names.StreamLogGroup(_args.Workload.Name, _args.Stream.Name, _region.Region),
            RetentionInDays = 90,
            KmsKeyId = _args.LogKeyArn,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        var configuration = new Aws.Msk.Configuration(Logical("configuration"), new Aws.Msk.ConfigurationArgs
        {
            Name = _name,
            Description = $"Topics of {_name}",
            ServerProperties = StreamProperties.Of(_args.Stream),
        }, _region.Child(this));

        // The storage grows by its scaling, and what is smaller here would be refused.
        var options = _region.DataChild(this);
        options.IgnoreChanges.Add("brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize");
        options.CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromHours(3), Update = TimeSpan.FromHours(6) };
        return new Aws.Msk.Cluster(Logical("cluster"), new Aws.Msk.ClusterArgs
        {
            ClusterName = _name,
            KafkaVersion = _args.KafkaVersion,
            NumberOfBrokerNodes = _args.Stream.Brokers,
            StorageMode = "LOCAL",
            BrokerNodeGroupInfo = new Aws.Msk.Inputs.ClusterBrokerNodeGroupInfoArgs
            {
                InstanceType = _args.Stream.InstanceType,
                ClientSubnets = _args.Network.DataSubnetIds.ToArray(),
                SecurityGroups = { DeclareSecurityGroup().Id },
                StorageInfo = new Aws.Msk.Inputs.ClusterBrokerNodeGroupInfoStorageInfoArgs
                {
                    EbsStorageInfo = new Aws.Msk.Inputs.ClusterBrokerNodeGroupInfoStorageInfoEbsStorageInfoArgs
                    {
                        VolumeSize = StreamStorage.GibOf(_args.Stream),
                    },
                },
                ConnectivityInfo = Connectivity(),
            },
            ClientAuthentication = new Aws.Msk.Inputs.ClusterClientAuthenticationArgs
            {
                Sasl = new Aws.Msk.Inputs.ClusterClientAuthenticationSaslArgs { Iam = true, Scram = false },
                Unauthenticated = false,
            },
            EncryptionInfo = new Aws.Msk.Inputs.ClusterEncryptionInfoArgs
            {
                EncryptionAtRestKmsKeyArn = _args.KeyArn,
                EncryptionInTransit = new Aws.Msk.Inputs.ClusterEncryptionInfoEncryptionInTransitArgs { ClientBroker = "TLS", InCluster = true },
            },
            ConfigurationInfo = new Aws.Msk.Inputs.ClusterConfigurationInfoArgs { Arn = configuration.Arn, Revision = configuration.LatestRevision },
            EnhancedMonitoring = "PER_TOPIC_PER_BROKER",
            LoggingInfo = new Aws.Msk.Inputs.ClusterLoggingInfoArgs
            {
                BrokerLogs = new Aws.Msk.Inputs.ClusterLoggingInfoBrokerLogsArgs
                {
                    CloudwatchLogs = new Aws.Msk.Inputs.ClusterLoggingInfoBrokerLogsCloudwatchLogsArgs { Enabled = true, LogGroup = logs.Name },
                },
            },
            Tags = _region.Tags(_belonging),
        }, options);
    }

    // How the replicator of the other Region comes in. MSK refuses it for a cluster that is not there yet: the provider makes the cluster without
    // it and adds it in a second call of the same step (gotcha 36; its source says so: internal/service/kafka/cluster.go, resourceClusterCreate).
    private static Aws.Msk.Inputs.ClusterBrokerNodeGroupInfoConnectivityInfoArgs Connectivity() => new()
    {
        PublicAccess = new Aws.Msk.Inputs.ClusterBrokerNodeGroupInfoConnectivityInfoPublicAccessArgs { Type = "DISABLED" },
        VpcConnectivity = new Aws.Msk.Inputs.ClusterBrokerNodeGroupInfoConnectivityInfoVpcConnectivityArgs
        {
            ClientAuthentication = new Aws.Msk.Inputs.ClusterBrokerNodeGroupInfoConnectivityInfoVpcConnectivityClientAuthenticationArgs
            {
                Sasl = new Aws.Msk.Inputs.ClusterBrokerNodeGroupInfoConnectivityInfoVpcConnectivityClientAuthenticationSaslArgs { Iam = true },
            },
        },
    };

    private Aws.Ec2.SecurityGroup DeclareSecurityGroup() => new VpcPort
    {
        Group = Logical("security-group"),
        Rule = Logical("kafka"),
        Name = _region.Names.SecurityGroup(_args.Workload.Name, _args.Stream.Name, _region.Region),
        Owner = $"Stream {_args.Stream.Name} of {_args.Workload.Name}",
        Protocol = "Kafka",
        Port = Port,
        VpcId = _args.Network.VpcId,
        Range = _args.Network.Range,
        Belonging = _belonging,
    }.Declare(_region, this);

    private void DeclareStorageScaling(Aws.Msk.Cluster cluster)
    {
        var target = new Aws.AppAutoScaling.Target(Logical("storage"), new Aws.AppAutoScaling.TargetArgs
        {
            ServiceNamespace = "kafka",
            ScalableDimension = "kafka:broker-storage:VolumeSize",
            ResourceId = cluster.Arn,
            MinCapacity = 1,
            MaxCapacity = StreamStorage.MostGibOf(_args.Stream),
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
        _ = new Aws.AppAutoScaling.Policy(Logical("storage-policy"), new Aws.AppAutoScaling.PolicyArgs
        {
            Name = _name,
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = target.ServiceNamespace,
            ScalableDimension = target.ScalableDimension,
            ResourceId = target.ResourceId,
            TargetTrackingScalingPolicyConfiguration = new Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs
            {
                PredefinedMetricSpecification =
                    new Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                    {
                        PredefinedMetricType = "KafkaBrokerStorageUtilization",
                    },
                TargetValue = StreamStorage.TargetPercent,
                DisableScaleIn = true,
            },
        }, _region.Child(this));
    }

    // Brokers get their names when they are made. Pods read them here, under a name that is the same in both Regions.
    private void DeclareAddresses(Aws.Msk.Cluster cluster) =>
        _ = new Aws.Ssm.Parameter(Logical("addresses"), new Aws.Ssm.ParameterArgs
        {
            Name = _region.Names.StreamAddresses(_args.Workload.Name, _args.Stream.Name),
            Description = $"Brokers of {_name}",
            Type = "String",
            InsecureValue = cluster.BootstrapBrokersSaslIam,
            Tags = _region.Tags(_belonging),
        }, _region.Child(this));
}
