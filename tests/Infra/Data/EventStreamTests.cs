using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Network;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Data;

public class EventStreamTests
{
    private const string Cluster = "aws:msk/cluster:Cluster";
    private const string Replicator = "aws:msk/replicator:Replicator";

    [Fact]
    public async Task Stream_IsAClusterWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Cluster"] = 1, ["Configuration"] = 1, ["ClusterPolicy"] = 1, ["LogGroup"] = 1, ["SecurityGroup"] = 1, ["SecurityGroupIngressRule"] = 1,
            ["Target"] = 1, ["Policy"] = 1, ["Parameter"] = 1,
        },
        (await ClusterAsync()).Counts);

    [Fact]
    public async Task Cluster_TakesRolesOverTlsAndNobodyElse()
    {
        var cluster = (await ClusterAsync()).Single(Cluster);

        Assert.Equal(true, cluster["clientAuthentication.sasl.iam"]);
        Assert.Equal(false, cluster["clientAuthentication.sasl.scram"]);
        Assert.Equal(false, cluster["clientAuthentication.unauthenticated"]);
        Assert.Equal("TLS", cluster["encryptionInfo.encryptionInTransit.clientBroker"]);
        Assert.Equal(true, cluster["encryptionInfo.encryptionInTransit.inCluster"]);
        Assert.Equal("arn:the-key", cluster["encryptionInfo.encryptionAtRestKmsKeyArn"]);
        Assert.Equal("DISABLED", cluster["brokerNodeGroupInfo.connectivityInfo.publicAccess.type"]);
        Assert.Equal(true, cluster["brokerNodeGroupInfo.connectivityInfo.vpcConnectivity.clientAuthentication.sasl.iam"]);
        Assert.Equal("3.9.x.kraft", cluster["kafkaVersion"]);
        Assert.True(cluster.Options is { Protect: true, RetainOnDelete: true });
    }

    // A tier that notices corruption within four hours keeps a week: damage done on a Friday evening is found by people on Monday.
    [Fact]
    public async Task Topics_HaveACopyInEachZoneOfWhichTwoAreWritten() => Assert.Equal(
        """
        auto.create.topics.enable=false
        default.replication.factor=3
        min.insync.replicas=2
        num.partitions=6
        log.retention.hours=168
        unclean.leader.election.enable=false

        """,
        (await ClusterAsync()).Single("aws:msk/configuration:Configuration")["serverProperties"]);

    // 500 GB in three copies on three brokers, with two fifths free: a larger one than is declared stays as it has grown.
    [Fact]
    public async Task Storage_HasRoomAndGrowsAndNeverShrinks()
    {
        var declared = await ClusterAsync();

        Assert.Equal(834.0, declared.Single(Cluster)["brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize"]);
        Assert.Equal(["brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize"], declared.Single(Cluster).Options.IgnoreChanges);
        Assert.Equal(3336.0, declared.Single("aws:appautoscaling/target:Target")["maxCapacity"]);
        var policy = declared.Single("aws:appautoscaling/policy:Policy");
        Assert.Equal(60.0, policy["targetTrackingScalingPolicyConfiguration.targetValue"]);
        Assert.Equal(true, policy["targetTrackingScalingPolicyConfiguration.disableScaleIn"]);
    }

    [Theory]
    [InlineData(1, 3, 100, 400)]
    [InlineData(500, 6, 417, 1668)]
    [InlineData(9_000, 3, 15_000, 16_384)]
    public void Storage_FollowsTheSizeWithinWhatTheServiceHas(double sizeGb, int brokers, int gib, int most)
    {
        var stream = new StreamStore("feed", sizeGb, 1, ["orders"], brokers, "kafka.m7g.large", 168);

        Assert.Equal((gib, most, true), (StreamStorage.GibOf(stream), StreamStorage.MostGibOf(stream), StreamStorage.Fits(stream)));
        Assert.False(StreamStorage.Fits(stream with { SizeGb = 1_000_000 }));
    }

    [Fact]
    public async Task Addresses_AreInAParameterBelowTheManifest()
    {
        var parameter = (await ClusterAsync()).Single("aws:ssm/parameter:Parameter");

        Assert.Equal("/dr/main/events/feed", parameter["name"]);
        Assert.Null(parameter["value"]);
    }

    [Fact]
    public async Task Policy_LetsTheServiceInAndNobodyElse() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"ReadByTheReplicatorOfTheOtherRegion","Effect":"Allow","""
            + """ "Principal":{"Service":["kafka.amazonaws.com"]},""".TrimStart()
            + """ "Action":["kafka:CreateVpcConnection","kafka:DescribeClusterV2","kafka:GetBootstrapBrokers"],""".TrimStart()
            + """ "Resource":["arn:events-feed-cluster-eu-central-1"]}]}""".TrimStart(),
        (await ClusterAsync()).Single("aws:msk/clusterPolicy:ClusterPolicy")["policy"]);

    [Fact]
    public async Task Replicator_CopiesEverythingUnderItsNameWithOffsets()
    {
        var replicator = (await ReplicatedAsync()).Single(Replicator);

        Assert.Equal(".*", replicator["replicationInfoList.topicReplications[0].topicsToReplicates[0]"]);
        Assert.Equal("IDENTICAL", replicator["replicationInfoList.topicReplications[0].topicNameConfiguration.type"]);
        Assert.Equal("EARLIEST", replicator["replicationInfoList.topicReplications[0].startingPosition.type"]);
        Assert.Equal(true, replicator["replicationInfoList.topicReplications[0].detectAndCopyNewTopics"]);
        Assert.Equal(".*", replicator["replicationInfoList.consumerGroupReplications[0].consumerGroupsToReplicates[0]"]);
        Assert.Equal("ENHANCED", replicator["replicationInfoList.consumerGroupReplications[0].consumerGroupOffsetSyncMode"]);
        Assert.Equal(true, replicator["replicationInfoList.consumerGroupReplications[0].synchroniseConsumerGroupOffsets"]);
        Assert.True(replicator.Options is { Protect: true, RetainOnDelete: true, CustomTimeouts.Create: not null });
        Assert.Equal(["events-feed-policy-eu-central-1", "events-feed-replicator-policy-eu-central-1"], replicator.After);
    }

    // Gotcha 35: no security group for the cluster of the other Region, and its own subnets.
    [Fact]
    public async Task Gotcha35_ReplicatorReadsTheRecordedClusterInItsSubnets()
    {
        var replicator = (await ReplicatedAsync()).Single(Replicator);

        Assert.Equal(Streamed.PrimaryArn, replicator["replicationInfoList.sourceKafkaClusterArn"]);
        Assert.Equal("arn:events-feed-cluster-eu-central-1", replicator["replicationInfoList.targetKafkaClusterArn"]);
        Assert.Equal(Streamed.PrimaryArn, replicator["kafkaClusters[0].amazonMskCluster.mskClusterArn"]);
        Assert.Equal("subnet-0aaaaaaaaaaaaaaa3", replicator["kafkaClusters[0].vpcConfig.subnetIds[2]"]);
        Assert.Null(replicator["kafkaClusters[0].vpcConfig.securityGroupsIds"]);
        Assert.NotNull(replicator["kafkaClusters[1].vpcConfig.securityGroupsIds[0]"]);
    }

    private static Task<Declarations> ClusterAsync() => Declarations.OfAsync(() => Declare(Configurations.StandbySettings(Streamed.Workloads)));

    private static Task<Declarations> ReplicatedAsync() => Declarations.OfAsync(() =>
    {
        var settings = Configurations.StandbySettings(Streamed.Workloads, Streamed.Recorded("primary", Streamed.PrimaryArn));
        var (region, network, stream) = Declare(settings);
        var workload = settings.Workloads[0];
        _ = new StreamReplication("events-feed", new StreamReplicationArgs(
            region, workload, workload.Streams.Single(), settings.SourceOf(workload, workload.Streams.Single())!, stream, network));
    });

    private static (RegionContext Region, RegionalNetwork Network, EventStream Stream) Declare(PlatformSettings settings)
    {
        var region = new RegionContext(settings, settings.Role);
        var network = new RegionalNetwork("network", new RegionalNetworkArgs(
            region,
            new ExistingNetwork(
                "vpc-0123456789abcdef0", settings.StandbyNetwork.Range, ["subnet-1", "subnet-2", "subnet-3"], ["subnet-4", "subnet-5", "subnet-6"],
                ["subnet-7", "subnet-8", "subnet-9"], settings.StandbyNetwork.Zones),
            settings.Sizing,
            Output.Create("arn:log-key")));
        var workload = settings.Workloads[0];
        return (region, network, new EventStream("events-feed", new EventStreamArgs(
            region, workload, workload.Streams.Single(), settings.Versions.Kafka, network, Output.Create("arn:the-key"), Output.Create("arn:log-key"))));
    }
}
