using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Kubernetes;

/// <summary>What scales pods by load: a HorizontalPodAutoscaler of any version, or a ScaledObject of KEDA.</summary>
internal readonly record struct PodScaler(Node Node)
{
    public bool IsScaledObject => PodScalers.ScaledObjects.Contains(Node.Type, StringComparer.Ordinal);

    /// <summary>Pods that it leaves at least; absent where nothing is stated.</summary>
    public Prop Min => Node["spec"][IsScaledObject ? "minReplicaCount" : "minReplicas"];

    public Prop Max => Node["spec"][IsScaledObject ? "maxReplicaCount" : "maxReplicas"];

    /// <summary>Pods that it leaves at least, with the default: one of a HorizontalPodAutoscaler, none of a ScaledObject. Null where it is unknown.</summary>
    public double? Least => Min.IsUnknown ? null : Min.Number ?? (IsScaledObject ? FactBook.Number("keda-min-replicas-default") : 1);

    /// <summary>Pods that it makes at most, with the default of a ScaledObject. Null where it is unknown.</summary>
    public double? Most => Max.IsUnknown ? null : Max.Number ?? (IsScaledObject ? FactBook.Number("keda-max-replicas-default") : 1);

    public Prop Target => Node["spec"]["scaleTargetRef"];

    /// <summary>The kind of what it scales; a ScaledObject means a Deployment where it states none.</summary>
    public string? TargetKind => Target["kind"].Text ?? (IsScaledObject ? "Deployment" : null);

    /// <summary>What it scales by. A HorizontalPodAutoscaler that states no metric takes the utilization of the CPU.</summary>
    public IReadOnlyList<ScalingMetric> Metrics => IsScaledObject ? [.. Node["spec"]["triggers"].Items.Select(ScalingMetric.OfTrigger)]
        : Node["spec"]["metrics"] is { IsUnknown: false, Items: { Count: > 0 } metrics } ? [.. metrics.Select(ScalingMetric.Of)]
        : [ScalingMetric.Cpu(Node["spec"])];

    /// <summary>Whether it adds the first pod, too: KEDA does, by a trigger that is not the load of the pods.</summary>
    public bool StartsFromNone => IsScaledObject && Metrics.Any(metric => metric is { Resource: null, IsUnknown: false });

    /// <summary>The list of them.</summary>
    public Prop MetricList => Node["spec"][IsScaledObject ? "triggers" : "metrics"];

    /// <summary>Why it adds no pods, whatever its metrics say; null where it may.</summary>
    public Reason? Stopped
    {
        get
        {
            var behavior = IsScaledObject ? Node["spec"]["advanced"]["horizontalPodAutoscalerConfig"]["behavior"] : Node["spec"]["behavior"];
            var policy = behavior["scaleUp"]["selectPolicy"];
            var annotations = Node["metadata"]["annotations"];
            var paused = annotations["autoscaling.keda.sh/paused"];
            return policy.Text == "Disabled" ? new Reason($"{Node.Name} never scales up: selectPolicy of scaleUp is Disabled", Node, policy.Path)
                : IsScaledObject && (paused.Text == "true" || annotations["autoscaling.keda.sh/paused-replicas"].IsStated())
                    ? new Reason($"{Node.Name} is paused", Node, paused.Path)
                : null;
        }
    }
}
