using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The role with which MSK Replicator copies a stream into a Region. Statements are those of the developer guide for the features in use
/// (https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator-perms-combined-example.html), for these two clusters.
/// </summary>
public static class ReplicatorRole
{
    private static readonly string[] Internal = ["*__amazon_msk_replicator_*", "mskr-offset-syncs.*", "*.checkpoints.internal"];

    private static readonly string[] UseCluster = ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster", "kafka-cluster:WriteDataIdempotently"];

    private static readonly string[] MakeTopics =
    [
        "kafka-cluster:AlterTopic", "kafka-cluster:AlterTopicDynamicConfiguration", "kafka-cluster:CreateTopic", "kafka-cluster:DescribeTopic",
        "kafka-cluster:DescribeTopicDynamicConfiguration", "kafka-cluster:WriteData",
    ];

    /// <summary>The trust policy.</summary>
    public static string TrustPolicy { get; } = Trust.WithoutSource(StreamPolicy.Service);

    /// <summary>The document, for the direction into a Region.</summary>
    public static string Policy(PairIdentity pair, WorkloadSettings workload, StreamStore stream, string region)
    {
        var (from, to) = (new Side(pair, workload, stream, pair.Regions.OtherThan(region)), new Side(pair, workload, stream, region));
        return PolicyDocument.Of(
            new() { Sid = "UseTheSource", Action = UseCluster, Resource = [from.Cluster] },

            // A change of the cluster is how access lists of topics are written.
            new() { Sid = "UseTheTarget", Action = Actions.Sorted([.. UseCluster, "kafka-cluster:AlterCluster"]), Resource = [to.Cluster] },
            new()
            {
                Sid = "KeepItsOwnTopics",
                Action = Actions.Sorted([.. MakeTopics, "kafka-cluster:ReadData"]),
                Resource = [.. from.Topics(Internal), .. to.Topics(Internal)],
            },
            new()
            {
                Sid = "ReadTopics",
                Action = ["kafka-cluster:DescribeTopic", "kafka-cluster:DescribeTopicDynamicConfiguration", "kafka-cluster:ReadData"],
                Resource = from.Topics("*"),
            },
            new() { Sid = "SeeGroups", Action = ["kafka-cluster:DescribeGroup"], Resource = [from.Groups] },
            new() { Sid = "WriteTopics", Action = MakeTopics, Resource = to.Topics("*") },
            new() { Sid = "WriteOffsets", Action = ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"], Resource = [to.Groups] });
    }

    private sealed record Side(PairIdentity Pair, WorkloadSettings Workload, StreamStore Stream, string Region)
    {
        private string Name => Pair.Names.Stream(Workload.Name, Stream.Name, Region);

        public string Cluster => Arns.Kafka(Region, Pair.AccountId, Name);

        public string Groups => Arns.KafkaGroup(Region, Pair.AccountId, Name, "*");

        public string[] Topics(params string[] patterns) => [.. patterns.Select(pattern => Arns.KafkaTopic(Region, Pair.AccountId, Name, pattern))];
    }
}
