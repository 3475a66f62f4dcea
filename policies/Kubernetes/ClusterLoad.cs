namespace DrInfra.Policies.Kubernetes;

/// <summary>What the serving pods of a cluster request in all, as many as stand.</summary>
internal sealed class ClusterLoad
{
    private readonly Estate _estate;
    private readonly Dictionary<(string Cluster, string Resource), decimal> _sums = [];

    private ClusterLoad(Estate estate)
    {
        _estate = estate;
        foreach (var node in estate.OfTypes(Pods.Serving))
        {
            foreach (var resource in new[] { "cpu", "memory" })
            {
                var key = (Pods.ClusterOf(node), resource);
                _sums[key] = _sums.GetValueOrDefault(key) + Own(node, resource);
            }
        }
    }

    public static ClusterLoad In(Estate estate) => estate.Once(static estate => new ClusterLoad(estate));

    /// <summary>What all but these pods request; those whose requests are not known count as none.</summary>
    public decimal Others(Node node, string resource) => _sums.GetValueOrDefault((Pods.ClusterOf(node), resource)) - Own(node, resource);

    private decimal Own(Node node, string resource) =>
        (decimal)(Pods.Least(_estate, node) ?? 0) * (PodRequests.In(_estate).Requested(node, resource).Amount ?? 0);
}
