using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>Whether the nodes that a cluster may make hold as many pods as are needed.</summary>
internal static class NodeCapacity
{
    private static readonly (string Resource, string Unit)[] Resources = [("cpu", "cores"), ("memory", "bytes")];

    /// <summary>Why they do not hold as many; null where they do, or where nothing that is declared limits them.</summary>
    public static Reason? Refuses(Estate estate, Node pods, double count)
    {
        var all = NodeSupply.Of(estate, pods);
        NodeSupply[] supplies = [.. all.Where(supply => supply.Takes(pods))];
        if (supplies.Length == 0)
        {
            // A label that no program gives its nodes may have been put on them by hand.
            return all.Count > 0
                    ? NodeLabels.Asked(pods) is { } label
                        ? Reason.Uncertain(
                            $"no declared nodes that take pods of {pods.Name} have the label {label.Name} that it selects", pods, label.Value.Path)
                        : new Reason($"no nodes of its cluster take pods of {pods.Name}: it does not tolerate their taints", pods, "spec.template.spec")
                : PodClusters.In(estate).Of(pods) is { } cluster && new EksCluster(cluster).IsAutoMode == true
                    ? Reason.Uncertain(
                        $"no node pool of cluster {cluster.Name} is declared, so nothing tells whether it makes nodes", cluster, "computeConfig.nodePools")
                : null;
        }

        return Reason.Deciding(
            from pair in Resources
            where Array.TrueForAll(supplies, supply => supply.Most(pair.Resource) is not null)
            let reason = Refuses(estate, pods, (decimal)count, pair, supplies, all.Count == supplies.Length)
            where reason is not null
            select reason);
    }

    /// <summary>In how many zones nodes for the pods may be; null where that is not known.</summary>
    public static int? Zones(Estate estate, Node pods)
    {
        if (Pods.Spec(pods)["nodeSelector"][NodePool.ZoneKey].IsStated())
        {
            return 1;
        }

        NodeSupply[] supplies = [.. NodeSupply.Of(estate, pods).Where(supply => supply.Takes(pods))];
        return supplies.Length == 0 || Array.Exists(supplies, supply => supply.Zones is null) ? null
            : supplies.SelectMany(supply => supply.Zones!).Distinct(StringComparer.Ordinal).Count();
    }

    private static Reason? Refuses(
        Estate estate, Node pods, decimal count, (string Resource, string Unit) of, IReadOnlyList<NodeSupply> supplies, bool areAll)
    {
        var own = PodRequests.In(estate).Requested(pods, of.Resource);
        if (own.Amount is not { } each)
        {
            // What requests nothing is put anywhere.
            return own.Unknown is { } property ? Reason.Unknown(pods, property) : null;
        }

        // The same nodes carry the other pods of the cluster where there are no other nodes.
        var needed = (count * each) + (areAll ? ClusterLoad.In(estate).Others(pods, of.Resource) : 0);
        var most = supplies.Sum(supply => supply.Most(of.Resource)!.Value);
        return needed <= most ? null
            : new Reason(
                $"its nodes ({string.Join(", ", supplies.Select(supply => supply.Node.Name))}) have at most {Quantity.Text(most)} {of.Unit} of {of.Resource}, "
                    + $"but {Quantity.Text(count)} pods of {pods.Name} and the others of the cluster request {Quantity.Text(needed)}",
                supplies[0].Node, supplies[0].LimitPath(of.Resource));
    }
}
