using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>Why an autoscaler does not raise its pods when load comes.</summary>
internal static class PodScaling
{
    /// <summary>Why it stands still, or may; null where it works as far as the program tells.</summary>
    public static Reason? Fault(Estate estate, Deployment deployment) => deployment.Scaler is { } scaler ? Fault(estate, deployment.Node, scaler) : null;

    /// <summary>The same of an autoscaler and the pods that it scales.</summary>
    public static Reason? Fault(Estate estate, Node pods, PodScaler scaler)
    {
        if (scaler.Stopped is { } stopped)
        {
            return stopped;
        }

        // https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale-walkthrough/
        if (new Deployment(pods, scaler).IsOff)
        {
            return new Reason($"{scaler.Node.Name} is off: {pods.Name} states 0 replicas", pods, "spec.replicas");
        }

        if (scaler.MetricList.IsUnknown)
        {
            return Reason.Unknown(scaler.Node, scaler.MetricList.Path);
        }

        // Of several metrics, one that can be computed is enough to scale up.
        Reason?[] faults = [.. scaler.Metrics.Select(metric => Fault(estate, pods, scaler, metric))];
        return Array.Exists(faults, fault => fault is null) ? null : faults.OrderBy(fault => !fault!.IsUnknown).FirstOrDefault();
    }

    private static Reason? Fault(Estate estate, Node pods, PodScaler scaler, ScalingMetric metric) =>
        metric.IsUnknown ? Reason.Unknown(scaler.Node, metric.Property.Path)
        : metric.Resource is null ? null
        : Reason.Deciding(new[] { Unmeasured(estate, scaler.Node), metric.IsUtilization ? Unrequested(estate, pods, scaler, metric) : null }.OfType<Reason>());

    // Utilization is a share of what each container requests: where one requests nothing, there is none
    // (https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/).
    private static Reason? Unrequested(Estate estate, Node pods, PodScaler scaler, ScalingMetric metric)
    {
        var requests = PodRequests.In(estate);
        if (metric.Container is null && Pods.Spec(pods)["resources"]["requests"][metric.Resource!].IsStated())
        {
            return null;
        }

        var counted = PodRequests.Running(pods).Where(container => metric.Container is null || container["name"].Text == metric.Container).ToArray();
        if (counted.Length == 0)
        {
            return Pods.Spec(pods)["containers"] is { IsUnknown: true } list
                ? Reason.Unknown(pods, list.Path)
                : new Reason($"{scaler.Node.Name} scales by container {metric.Container}, which {pods.Name} does not have", scaler.Node, metric.Property.Path);
        }

        return Reason.Deciding(counted.Select(container => (Container: container, Requested: requests.Requested(pods, container, metric.Resource!)))
            .Select(pair => pair.Requested switch
            {
                { Unknown: { } property } => Reason.Unknown(pods, property),
                { Missing: { } name } => new Reason(
                    $"{scaler.Node.Name} cannot compute the utilization of {metric.Resource}: container {name} of {pods.Name} requests none",
                    pods, pair.Container["resources"].Path),
                _ => null,
            }).Append(metric.Container is null ? InjectedProxy.Unrequested(estate, pods, metric.Resource!) : null).OfType<Reason>());
    }

    // EKS has no metrics server of its own. A program that declares add-ons of a cluster and not this one leaves it out.
    private static Reason? Unmeasured(Estate estate, Node scaler)
    {
        if (PodClusters.In(estate).Of(scaler) is not { } cluster)
        {
            return null;
        }

        var published = PodClusters.In(estate).NamesOf(cluster).Select(MetricsServers.In(estate).Has).ToArray();
        var addons = new EksCluster(cluster).Declared(estate, EksTypes.Addon).Select(addon => addon["addonName"]).ToArray();
        return Array.Exists(published, has => has == true) || Array.Exists(addons, name => name.Text == "metrics-server") ? null
            : Array.Find(addons, name => name.IsUnknown) is { IsUnknown: true } unknown ? Reason.Unknown(cluster, unknown.Path)
            : addons.Length == 0 || Array.Exists(published, has => has is null)
                ? Reason.Uncertain(
                    $"no metrics server of cluster {cluster.Name} is declared, so nothing tells whether {scaler.Name} has metrics", scaler, "spec")
            : new Reason($"cluster {cluster.Name} has no metrics server, so {scaler.Name} has no metrics to scale by", cluster);
    }
}
