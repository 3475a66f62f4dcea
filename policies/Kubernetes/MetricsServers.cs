namespace DrInfra.Policies.Kubernetes;

/// <summary>What publishes the CPU and the memory that pods use: without it, an autoscaler has nothing to scale by.</summary>
internal sealed class MetricsServers
{
    private const string Name = "metrics-server";

    // A chart that can publish the same metrics, where its values say so.
    private const string Adapter = "prometheus-adapter";

    private const string Service = "v1beta1.metrics.k8s.io";

    private static readonly string[] ApiServices = ["kubernetes:apiregistration.k8s.io/v1:APIService"];

    private readonly Dictionary<string, bool?> _byCluster = new(StringComparer.Ordinal);

    private MetricsServers(Estate estate)
    {
        foreach (var node in estate.OfTypes([.. HelmCharts.Types, .. ApiServices, .. Pods.Deployments]))
        {
            var cluster = Pods.ClusterOf(node);
            var found = Publishes(node);
            if (found != false && _byCluster.GetValueOrDefault(cluster) != true)
            {
                _byCluster[cluster] = found;
            }
        }
    }

    public static MetricsServers In(Estate estate) => estate.Once(static estate => new MetricsServers(estate));

    /// <summary>Whether a cluster's objects have one; null where it cannot be told.</summary>
    public bool? Has(string cluster) => _byCluster.TryGetValue(cluster, out var found) ? found : false;

    private static bool? Publishes(Node node)
    {
        if (!HelmCharts.Types.Contains(node.Type, StringComparer.Ordinal))
        {
            var name = node["metadata"]["name"].Text;
            return name == (ApiServices.Contains(node.Type, StringComparer.Ordinal) ? Service : Name);
        }

        var chart = node["chart"];
        return chart.IsUnknown || chart.Text?.EndsWith(Adapter, StringComparison.Ordinal) == true
            ? null
            : chart.Text?.EndsWith(Name, StringComparison.Ordinal) == true;
    }
}
