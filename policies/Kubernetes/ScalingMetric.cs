namespace DrInfra.Policies.Kubernetes;

/// <summary>One thing that an autoscaler scales by.</summary>
/// <param name="Property">Where it is stated.</param>
/// <param name="Resource"><c>cpu</c> or <c>memory</c> of the pods; null where it is a metric of another kind.</param>
/// <param name="Container">The one container whose usage counts; null where all of the pod count.</param>
/// <param name="IsUtilization">Whether it is a share of what is requested.</param>
/// <param name="IsUnknown">Whether only the deployment will tell what it is.</param>
internal readonly record struct ScalingMetric(Prop Property, string? Resource, string? Container, bool IsUtilization, bool IsUnknown = false)
{
    /// <summary>The one of an autoscaler that states none.</summary>
    public static ScalingMetric Cpu(Prop property) => new(property, "cpu", null, IsUtilization: true, property["metrics"].IsUnknown);

    public static ScalingMetric Of(Prop metric)
    {
        var kind = metric["type"];
        if (kind.IsUnknown)
        {
            return new ScalingMetric(metric, null, null, IsUtilization: false, IsUnknown: true);
        }

        var source = kind.Text switch { "Resource" => metric["resource"], "ContainerResource" => metric["containerResource"], _ => default };
        return source.IsAbsent
            ? new ScalingMetric(metric, null, null, IsUtilization: false, IsUnknown: kind.Text is "Resource" or "ContainerResource")
            : new ScalingMetric(
                metric, source["name"].Text, source["container"].Text,
                source["target"]["type"].Text == "Utilization" || source["target"]["averageUtilization"].IsStated()
                    || source["targetAverageUtilization"].IsStated(),
                source["name"].IsUnknown || source["target"]["type"].IsUnknown);
    }

    /// <summary>A trigger of KEDA: those of CPU and memory are metrics of a HorizontalPodAutoscaler, all others are KEDA's own.</summary>
    public static ScalingMetric OfTrigger(Prop trigger)
    {
        var kind = trigger["type"];
        return kind.Text is "cpu" or "memory"
            ? new ScalingMetric(
                trigger, kind.Text, trigger["metadata"]["containerName"].Text,
                (trigger["metricType"].Text ?? trigger["metadata"]["type"].Text ?? "Utilization") == "Utilization")
            : new ScalingMetric(trigger, null, null, IsUtilization: false, kind.IsUnknown);
    }
}
