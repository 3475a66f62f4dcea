using System.Collections.Immutable;
using System.Globalization;
using DrInfra.Policies.Aws.Msk;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class MskResources
{
    private const string SaslIamPort = "9098";

    // Of a replicator; MSK developer guide, "Prepare the Amazon MSK source cluster".
    private const int FewestBrokers = 3;

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(MskTypes.Cluster, CreateCluster),
        new(MskTypes.ClusterPolicy, CreatePolicy),
        new(MskTypes.Configuration, CreateConfiguration),
        new(MskTypes.Replicator, CreateReplicator),
    ];

    /// <summary>
    /// The ARN of a cluster. What is random of it hangs on nothing but its name, so that a preview of one stack can tell what the other stack's
    /// would be.
    /// </summary>
    public static string ClusterArn(string accountId, string region, string name) =>
        $"arn:{RegionNames.Partition(region)}:kafka:{region}:{accountId}:cluster/{name}/{StableIds.Uuid(accountId, region, MskTypes.Cluster, name)}-2";

    private static EmulatedResource CreateCluster(EmulationRequest request)
    {
        RequireWhole(request);
        var name = request.PhysicalName("clusterName", null);
        var arn = ClusterArn(request.AccountId, request.Region, name);
        var group = Over(Map(("azDistribution", "DEFAULT")), request.Map("brokerNodeGroupInfo"));
        return EmulatedOutputs.InRegion(request)
            .Set("clusterName", name)
            .Set("arn", arn)
            .Set("clusterUuid", arn.Split('/')[^1])
            .Set("currentVersion", $"K{request.Upper(13)}")
            .Set("brokerNodeGroupInfo", group)
            .Set("bootstrapBrokersSaslIam", IsIam(request) ? Brokers(request, name) : string.Empty)
            .EmptyTexts(
                "bootstrapBrokers", "bootstrapBrokersTls", "bootstrapBrokersSaslScram", "bootstrapBrokersPublicSaslIam", "bootstrapBrokersPublicSaslScram",
                "bootstrapBrokersPublicTls", "bootstrapBrokersVpcConnectivitySaslIam", "bootstrapBrokersVpcConnectivitySaslScram",
                "bootstrapBrokersVpcConnectivityTls", "bootstrapBrokersIpv6", "bootstrapBrokersSaslIamIpv6", "bootstrapBrokersSaslScramIpv6",
                "bootstrapBrokersTlsIpv6", "customerActionStatus", "zookeeperConnectString", "zookeeperConnectStringTls")
            .Default("enhancedMonitoring", "DEFAULT")
            .Default("storageMode", "LOCAL")
            .Default("rebalancing", Map(("status", "PAUSED")))
            .Tagged()
            .WithId(arn);
    }

    private static EmulatedResource CreatePolicy(EmulationRequest request) =>
        EmulatedOutputs.InRegion(request).Set("currentVersion", $"K{request.Upper(13)}").WithId(request.Text("clusterArn"));

    private static EmulatedResource CreateConfiguration(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        var arn = request.Arn("kafka", $"configuration/{name}/{StableIds.Uuid(request.AccountId, request.Region, request.Type, name)}-2");
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", arn)
            .Set("latestRevision", 1)
            .EmptyLists("kafkaVersions")
            .WithId(arn);
    }

    private static EmulatedResource CreateReplicator(EmulationRequest request)
    {
        var info = Over(EmptyMap, request.Map("replicationInfoList"));
        RequireNamesForOffsets(request, info);
        var name = request.PhysicalName("replicatorName", null);
        var arn = request.Arn("kafka", $"replicator/{name}/{StableIds.Uuid(request.AccountId, request.Region, request.Type, name)}-2");
        return EmulatedOutputs.InRegion(request)
            .Set("replicatorName", name)
            .Set("arn", arn)
            .Set("currentVersion", $"K{request.Upper(13)}")
            .Set("replicationInfoList", Over(
                Map(
                    ("sourceKafkaClusterAlias", Alias(info.GetValueOrDefault("sourceKafkaClusterArn") as string)),
                    ("targetKafkaClusterAlias", Alias(info.GetValueOrDefault("targetKafkaClusterArn") as string))),
                info))
            .Tagged()
            .WithId(arn);
    }

    /// <summary>MSK API, CreateCluster: BrokerNodeGroupInfo.ClientSubnets and VpcConnectivity.</summary>
    private static void RequireWhole(EmulationRequest request)
    {
        var group = request.Map("brokerNodeGroupInfo");
        var subnets = EmulationRequest.AsList(group?.GetValueOrDefault("clientSubnets")).Count;
        if (subnets > 0 && request.Number("numberOfBrokerNodes") is { } brokers && brokers % subnets != 0)
        {
            throw request.Refuse(
                "numberOfBrokerNodes", brokers, $"it has to be a multiple of the number of client subnets, {subnets.ToString(CultureInfo.InvariantCulture)}.");
        }

        var connectivity = EmulationRequest.AsMap(EmulationRequest.AsMap(group?.GetValueOrDefault("connectivityInfo"))?.GetValueOrDefault("vpcConnectivity"));
        var sasl = EmulationRequest.AsMap(EmulationRequest.AsMap(connectivity?.GetValueOrDefault("clientAuthentication"))?.GetValueOrDefault("sasl"));
        if (sasl?.GetValueOrDefault("iam") is true && (!IsIam(request) || request.Map("clientAuthentication")?.GetValueOrDefault("unauthenticated") is true))
        {
            throw request.Refuse(
                "brokerNodeGroupInfo.connectivityInfo.vpcConnectivity", "IAM", "private connections from elsewhere need IAM, and no unauthenticated clients.");
        }
    }

    /// <summary>MSK API, CreateReplicator: ConsumerGroupOffsetSyncMode, and a source of at least three brokers in two subnets.</summary>
    private static void RequireNamesForOffsets(EmulationRequest request, IReadOnlyDictionary<string, object> info)
    {
        var enhanced = EmulationRequest.AsMaps(info.GetValueOrDefault("consumerGroupReplications"))
            .Any(groups => groups.GetValueOrDefault("consumerGroupOffsetSyncMode") is "ENHANCED");
        var identical = EmulationRequest.AsMaps(info.GetValueOrDefault("topicReplications")).All(topics =>
            EmulationRequest.AsMap(topics.GetValueOrDefault("topicNameConfiguration"))?.GetValueOrDefault("type") is "IDENTICAL");
        if (enhanced && !identical)
        {
            throw request.Refuse("replicationInfoList.consumerGroupReplications", "ENHANCED", "this mode needs topics that keep their names (IDENTICAL).");
        }

        foreach (var cluster in request.Maps("kafkaClusters"))
        {
            var subnets = EmulationRequest.AsList(EmulationRequest.AsMap(cluster.GetValueOrDefault("vpcConfig"))?.GetValueOrDefault("subnetIds")).Count;
            if (subnets == 1)
            {
                throw request.Refuse("kafkaClusters", subnets, "each cluster needs two subnets at least.");
            }

            var arn = EmulationRequest.AsMap(cluster.GetValueOrDefault("amazonMskCluster"))?.GetValueOrDefault("mskClusterArn") as string;
            if (request.Find(MskTypes.Cluster, arn)?.Outputs.GetValueOrDefault("numberOfBrokerNodes") is { } brokers
                && Convert.ToInt32(brokers, CultureInfo.InvariantCulture) < FewestBrokers)
            {
                throw request.Refuse("kafkaClusters", arn, $"a replicator takes clusters of {FewestBrokers} brokers or more.");
            }
        }
    }

    private static bool IsIam(EmulationRequest request) =>
        EmulationRequest.AsMap(request.Map("clientAuthentication")?.GetValueOrDefault("sasl"))?.GetValueOrDefault("iam") is true;

    private static string Brokers(EmulationRequest request, string name)
    {
        var suffix = StableIds.Lower(6, request.AccountId, request.Region, request.Type, name);
        return string.Join(',', Enumerable.Range(1, Math.Min(request.Number("numberOfBrokerNodes") ?? 1, 3)).Select(broker =>
            $"b-{broker}.{name[..Math.Min(name.Length, 20)].TrimEnd('-')}.{suffix}.c2.kafka.{request.Region}.{request.DnsSuffix}:{SaslIamPort}"));
    }

    // MSK makes an alias of a cluster's name.
    private static string Alias(string? arn) => arn?.Split('/') is { Length: > 1 } parts ? parts[1] : string.Empty;
}
