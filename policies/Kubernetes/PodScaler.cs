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

    private Prop ScaleUp => (IsScaledObject ? Node["spec"]["advanced"]["horizontalPodAutoscalerConfig"]["behavior"] : Node["spec"]["behavior"])["scaleUp"];

    /// <summary>
    /// How long its own policies keep it from having as many pods, in seconds, at worst: no time where it states none, since by default it doubles
    /// them every 15 seconds. Null where only the deployment will tell. Source: the API reference of HorizontalPodAutoscaler, scalingRules.
    /// </summary>
    public double? SecondsTo(double from, double to)
    {
        var (policies, window, select) = (ScaleUp["policies"], ScaleUp["stabilizationWindowSeconds"], ScaleUp["selectPolicy"]);
        if (ScaleUp.IsUnknown || policies.IsUnknown || window.IsUnknown || select.IsUnknown)
        {
            return null;
        }

        double?[] each = [.. policies.Items.Select(policy => Seconds(policy, from, to))];
        return Array.Exists(each, seconds => seconds is null) ? null
            : (window.Number ?? 0) + (each.Length == 0 ? 0 : select.Text == "Min" ? each.Sum()!.Value : each.Min()!.Value);
    }

    // The first addition is free: a policy limits what is added within its period.
    private static double? Seconds(Prop policy, double from, double to)
    {
        if (policy["value"].Number is not { } value || policy["periodSeconds"].Number is not { } period || policy["type"].Text is not { } type)
        {
            return null;
        }

        var rounds = 0;
        for (var pods = from; pods < to; rounds++)
        {
            var next = type == "Percent" ? Math.Ceiling(pods * (1 + (value / 100))) : pods + value;
            if (next <= pods)
            {
                return double.PositiveInfinity;
            }

            pods = next;
        }

        return Math.Max(0, rounds - 1) * period;
    }

    /// <summary>The property that limits how fast it adds pods.</summary>
    public string ScaleUpPath => ScaleUp.Path;

    /// <summary>Why it adds no pods, whatever its metrics say; null where it may.</summary>
    public Reason? Stopped
    {
        get
        {
            var policy = ScaleUp["selectPolicy"];
            var annotations = Node["metadata"]["annotations"];
            var paused = annotations["autoscaling.keda.sh/paused"];
            return policy.Text == "Disabled" ? new Reason($"{Node.Name} never scales up: selectPolicy of scaleUp is Disabled", Node, policy.Path)
                : IsScaledObject && (paused.Text == "true" || annotations["autoscaling.keda.sh/paused-replicas"].IsStated())
                    ? new Reason($"{Node.Name} is paused", Node, paused.Path)
                : null;
        }
    }
}
