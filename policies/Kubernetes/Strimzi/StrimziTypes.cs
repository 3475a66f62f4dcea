namespace DrInfra.Policies.Kubernetes.Strimzi;

/// <summary>Type tokens of the custom resources of Strimzi, in every version of its API that programs still use.</summary>
internal static class StrimziTypes
{
    public static readonly IReadOnlyList<string> Clusters = ["kubernetes:kafka.strimzi.io/v1:Kafka", "kubernetes:kafka.strimzi.io/v1beta2:Kafka"];

    public static readonly IReadOnlyList<string> NodePools =
        ["kubernetes:kafka.strimzi.io/v1:KafkaNodePool", "kubernetes:kafka.strimzi.io/v1beta2:KafkaNodePool"];

    public static readonly IReadOnlyList<string> Topics =
        ["kubernetes:kafka.strimzi.io/v1:KafkaTopic", "kubernetes:kafka.strimzi.io/v1beta2:KafkaTopic", "kubernetes:kafka.strimzi.io/v1beta1:KafkaTopic"];

    public static readonly IReadOnlyList<string> Mirrors =
        ["kubernetes:kafka.strimzi.io/v1:KafkaMirrorMaker2", "kubernetes:kafka.strimzi.io/v1beta2:KafkaMirrorMaker2"];

    /// <summary>All that is read.</summary>
    public static readonly IReadOnlyList<string> Read = [.. Clusters, .. NodePools, .. Topics, .. Mirrors];
}
