using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>Pods that keep apart from each other: where each has to have a zone of its own, there are as many as zones.</summary>
internal static class PodSpread
{
    private const string Region = "topology.kubernetes.io/region";

    /// <summary>Why there is no place for as many; null where there may be.</summary>
    public static Reason? Refuses(Estate estate, Node pods, double count)
    {
        var terms = Pods.Spec(pods)["affinity"]["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"];
        return terms.IsUnknown ? Reason.Unknown(pods, terms.Path)
            : Reason.Deciding(terms.Items.Select(term => Refuses(estate, pods, count, term)).OfType<Reason>());
    }

    private static Reason? Refuses(Estate estate, Node pods, double count, Prop term)
    {
        var key = term["topologyKey"];
        var labels = Pods.Template(pods)["metadata"]["labels"];

        // A term without a selector is about no pods. Nodes there are as many as are made.
        var concerns = term["labelSelector"].IsAbsent ? false : LabelSelector.Takes(term["labelSelector"], label => labels[label]);
        if (key.Text is not (NodePool.ZoneKey or Region) || concerns == false)
        {
            return null;
        }

        var places = key.Text == Region ? 1 : NodeCapacity.Zones(estate, pods);
        return places is null || concerns is null ? Reason.Unknown(pods, term.Path)
            : count <= places ? null
            : new Reason($"pods of {pods.Name} keep apart by {key.Text}, of which there are {places}: {count} never run", pods, key.Path);
    }
}
