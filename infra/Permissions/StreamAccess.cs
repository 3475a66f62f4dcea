using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// What pods may do with the streams of their workload in their own Region, with exactly its topics. Those that serve may only write: they run
/// in both Regions at once, and the replicator copies no offsets of a group that has a consumer where it copies to. Pipelines read, whose lease
/// lets them run in one Region.
/// </summary>
internal static class StreamAccess
{
    /// <summary>What the names of a workload's consumer groups begin with.</summary>
    public static string GroupPrefix(WorkloadSettings workload) => $"{workload.Name}-";

    /// <summary>Finding the brokers, and writing. Who writes first makes the topic: in the other Region the replicator does.</summary>
    public static IEnumerable<Statement> Produce(PairIdentity pair, WorkloadSettings workload, string region) =>
    [
        new()
        {
            Sid = "ReadWhereTheBrokersAre",
            Action = ["ssm:GetParameter"],
            Resource =
                [.. workload.Streams.Select(stream => Arns.Parameter(region, pair.AccountId, pair.Names.StreamAddresses(workload.Name, stream.Name)))],
        },
        new()
        {
            Sid = "ConnectToBrokers",
            Action = ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster", "kafka-cluster:WriteDataIdempotently"],
            Resource = [.. workload.Streams.Select(stream => Arns.Kafka(region, pair.AccountId, Cluster(pair, workload, stream, region)))],
        },
        new()
        {
            Sid = "WriteToTopics",
            Action = ["kafka-cluster:CreateTopic", "kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"],
            Resource = Topics(pair, workload, region),
        },
    ];

    /// <summary>Reading, and committing what was read.</summary>
    public static IEnumerable<Statement> Consume(PairIdentity pair, WorkloadSettings workload, string region) =>
    [
        new() { Sid = "ReadFromTopics", Action = ["kafka-cluster:ReadData"], Resource = Topics(pair, workload, region) },
        new()
        {
            Sid = "CommitOffsets",
            Action = ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"],
            Resource =
            [
                .. workload.Streams.Select(stream => Arns.KafkaGroup(
                    region, pair.AccountId, Cluster(pair, workload, stream, region), $"{GroupPrefix(workload)}*")),
            ],
        },
    ];

    private static string[] Topics(PairIdentity pair, WorkloadSettings workload, string region) =>
    [
        .. from stream in workload.Streams
           from topic in stream.Topics
           select Arns.KafkaTopic(region, pair.AccountId, Cluster(pair, workload, stream, region), topic),
    ];

    private static string Cluster(PairIdentity pair, WorkloadSettings workload, StreamStore stream, string region) =>
        pair.Names.Stream(workload.Name, stream.Name, region);
}
