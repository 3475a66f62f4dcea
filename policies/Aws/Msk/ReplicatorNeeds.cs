using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Aws.Msk;

/// <summary>What the role of a replicator must be able to do on both clusters. Source: the managed policy AWSMSKReplicatorExecutionRole.</summary>
internal static class ReplicatorNeeds
{
    // Stands for what only the deployment, or the applications, will name.
    private const string Any = "x";

    public static IEnumerable<AccessNeed> Of(KafkaReplication link)
    {
        var topic = link.Topics.Taken.Select(pattern => pattern.Examples(Any)?[0]).FirstOrDefault(name => name is not null) ?? Any;
        var (source, target) = (ArnOf(link.Source), ArnOf(link.Target));
        yield return AccessNeed.Of("replication", source, "kafka-cluster:Connect", "kafka-cluster:DescribeCluster");
        yield return AccessNeed.Of(
            "replication", Part(source, "topic", topic), "kafka-cluster:DescribeTopic", "kafka-cluster:DescribeTopicDynamicConfiguration",
            "kafka-cluster:ReadData");
        yield return AccessNeed.Of(
            "replication", target, "kafka-cluster:Connect", "kafka-cluster:DescribeCluster", "kafka-cluster:WriteDataIdempotently");
        yield return AccessNeed.Of(
            "replication", Part(target, "topic", topic), "kafka-cluster:DescribeTopic", "kafka-cluster:CreateTopic", "kafka-cluster:AlterTopic",
            "kafka-cluster:WriteData");
        yield return AccessNeed.Of("copying offsets", Part(source, "group", Any), "kafka-cluster:DescribeGroup");
        yield return AccessNeed.Of("copying offsets", Part(target, "group", Any), "kafka-cluster:DescribeGroup", "kafka-cluster:AlterGroup");
    }

    /// <summary>A consumer group of a cluster, whose name a pattern takes; null where too little is known of the cluster.</summary>
    public static string? GroupOf(Node cluster, string pattern) =>
        Part(ArnOf(cluster), "group", pattern.Replace("*", Any, StringComparison.Ordinal).Replace("?", Any, StringComparison.Ordinal));

    private static string? ArnOf(Reference cluster) => cluster.Target is { } node ? ArnOf(node) : cluster.Text;

    // Where its last part is not known yet, with any.
    private static string? ArnOf(Node node) =>
        node.Output("arn").Text is { } arn ? arn
        : PhysicalName.Of(node) is { } name && node.Region is { } region
            ? $"arn:aws:kafka:{region}:{Accounts.Of(node) ?? IamPattern.AnyAccount}:cluster/{name}/{Any}"
            : null;

    private static string? Part(string? cluster, string kind, string name) =>
        cluster is null ? null : $"{cluster.Replace(":cluster/", $":{kind}/", StringComparison.Ordinal)}/{name}";
}
