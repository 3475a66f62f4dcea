namespace DrInfra.Policies.Kubernetes.Strimzi;

/// <summary>A topic that the program declares.</summary>
internal readonly record struct StrimziTopic(Node Node)
{
    /// <summary>Its name in Kafka, which may differ from that of the object.</summary>
    public string? Name => Node["spec"]["topicName"].Text ?? Node["metadata"]["name"].Text;

    /// <summary>Null where it leaves that to the brokers.</summary>
    public double? Replicas => StrimziCluster.Number(Node["spec"]["replicas"]) is { } count and > 0 ? count : null;

    public double? InSync => StrimziCluster.Number(Node["spec"]["config"]["min.insync.replicas"]);

    public double? RetentionMilliseconds => StrimziCluster.Forever(StrimziCluster.Number(Node["spec"]["config"]["retention.ms"]));
}
