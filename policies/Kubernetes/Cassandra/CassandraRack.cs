namespace DrInfra.Policies.Kubernetes.Cassandra;

/// <summary>
/// A rack of a datacenter. Cassandra puts the replicas of a row into different racks; where a rack is, the labels of its nodes say, and never
/// its name.
/// </summary>
/// <param name="Name">Its name; <c>default</c> where the datacenter states no racks.</param>
/// <param name="Terms">What its nodes must have: one of these terms. One empty term where nothing is asked for.</param>
/// <param name="Property">Where it is declared.</param>
internal sealed record CassandraRack(string Name, IReadOnlyList<IReadOnlyList<NodeWish>> Terms, string Property)
{
    // What cass-operator makes of the former field "zone" of a rack.
    private const string FormerZone = "failure-domain.beta.kubernetes.io/zone";

    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";

    /// <summary>
    /// The labels of the datacenter and of the rack become one term, beside those of the affinities of the pods and of the rack: Kubernetes
    /// takes a node that satisfies any of them. A selector of the datacenter must be satisfied besides.
    /// </summary>
    public static CassandraRack Of(CassandraDatacenter datacenter, Prop rack, string name)
    {
        var labels = new Dictionary<string, Prop>(StringComparer.Ordinal);
        foreach (var (key, value) in datacenter.NodeAffinityLabels.Members.Concat(rack["nodeAffinityLabels"].Members))
        {
            labels[key] = value;
        }

        if (rack["zone"].IsStated())
        {
            labels[FormerZone] = rack["zone"];
        }

        NodeWish[] own =
        [
            .. Unread(datacenter.NodeAffinityLabels), .. Unread(rack["nodeAffinityLabels"]), .. labels.Select(label => NodeWish.Of(label.Key, label.Value)),
        ];
        NodeWish[] selected =
        [
            .. datacenter.Selectors.SelectMany(Unread),
            .. datacenter.Selectors.SelectMany(selector => selector.Members).Select(label => NodeWish.Of(label.Name, label.Value)),
        ];
        IReadOnlyList<NodeWish>[] terms =
        [
            .. own.Length > 0 ? [own] : Array.Empty<NodeWish[]>(),
            .. new[] { datacenter.PodAffinity, rack["affinity"] }.SelectMany(affinity => Alternatives(affinity["nodeAffinity"][Required]["nodeSelectorTerms"])),
        ];
        return new CassandraRack(
            name, terms.Length == 0 ? [selected] : [.. terms.Select(term => (IReadOnlyList<NodeWish>)[.. term, .. selected])],
            rack.Path.Length > 0 ? rack.Path : datacenter.RacksPath);
    }

    private static IEnumerable<IReadOnlyList<NodeWish>> Alternatives(Prop terms) => terms.IsUnknown
        ? [[.. Unread(terms)]]
        : terms.Items.Select(term => (IReadOnlyList<NodeWish>)
            [
                .. term["matchExpressions"].Items.Where(wish => wish["operator"].Text is "In" or null)
                    .Select(wish => new NodeWish(wish["key"].Text, [.. wish["values"].Items])),
            ]);

    private static IEnumerable<NodeWish> Unread(Prop labels) => labels.IsUnknown ? [new NodeWish(null, [labels])] : [];
}
