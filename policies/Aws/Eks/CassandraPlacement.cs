using System.Text.RegularExpressions;
using DrInfra.Policies.Kubernetes;
using DrInfra.Policies.Kubernetes.Cassandra;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>
/// Where the racks of a Cassandra datacenter are. Cassandra puts the replicas of a row into different racks: a zone takes one replica at most
/// if no two racks can be in one zone.
/// </summary>
internal static partial class CassandraPlacement
{
    // With fewer racks than replicas a rack holds several of them. Three is what a quorum needs to do without one.
    private const int EnoughZones = 3;

    /// <summary>Why a zone may take more than one replica of a row with it; null where it cannot.</summary>
    public static Reason? Fault(Estate estate, CassandraDatacenter datacenter)
    {
        if (datacenter.Racks is not { } racks)
        {
            return Reason.Unknown(datacenter.Node, datacenter.RacksPath);
        }

        if (datacenter.Size.Number is { } nodes && nodes < racks.Count)
        {
            return new Reason($"{datacenter.CassandraName} has {racks.Count} racks, but only {nodes} nodes", datacenter.Node, datacenter.Size.Path);
        }

        var places = racks.Select(rack => Place(estate, datacenter, rack)).ToArray();
        if (Reason.Deciding(places.Select(place => place.Fault).OfType<Reason>()) is { } fault)
        {
            return fault;
        }

        var shared = places.GroupBy(place => place.Zone!, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return racks.Count == 1
                ? new Reason($"all nodes of {datacenter.CassandraName} are one rack, in {places[0].Zone}", datacenter.Node, racks[0].Property)
            : shared is not null
                ? new Reason(
                    $"the racks {string.Join(" and ", shared.Select(place => place.Rack.Name))} of {datacenter.CassandraName} are all in {shared.Key}",
                    datacenter.Node, shared.Last().Rack.Property)
            : places.DistinctBy(place => place.IsId).Count() > 1
                ? Reason.Uncertain(
                    $"some racks of {datacenter.CassandraName} are pinned by names of zones and some by ids, so nothing tells whether they differ",
                    datacenter.Node, datacenter.RacksPath)
            : racks.Count < EnoughZones
                ? Reason.Uncertain(
                    $"{datacenter.CassandraName} has two racks: whether each holds every write, the replication factors of its keyspaces say, and they are "
                        + "not declared", datacenter.Node, datacenter.RacksPath)
            : null;
    }

    /// <summary>The Region that the nodes of a datacenter are in; null where nothing tells.</summary>
    public static string? RegionOf(Estate estate, CassandraDatacenter datacenter)
    {
        NodeWish[] wishes = [.. (datacenter.Racks ?? []).SelectMany(rack => rack.Terms).SelectMany(term => term)];
        string[] named =
        [
            .. wishes.Where(wish => wish.IsOfRegions).SelectMany(wish => wish.Known)
                .Concat(wishes.Where(wish => wish.IsOfZones).SelectMany(wish => wish.Known).Select(text => ZoneName().Match(text)).Where(match => match.Success)
                    .Select(match => match.Groups["region"].Value))
                .Distinct(StringComparer.Ordinal),
        ];
        return named is [var only] ? only
            : named.Length > 1 || datacenter.Context.IsStated() ? null
            : PodClusters.In(estate).RegionOf(datacenter.Node);
    }

    private static RackPlace Place(Estate estate, CassandraDatacenter datacenter, CassandraRack rack)
    {
        if (rack.Terms.SelectMany(term => term).Select(wish => wish.Unknown).FirstOrDefault(value => value.IsUnknown) is { IsUnknown: true } unknown)
        {
            return new RackPlace(rack, Fault: Reason.Unknown(datacenter.Node, unknown.Path));
        }

        var supplies = datacenter.Context.IsStated() ? [] : NodeSupply.Of(estate, datacenter.Node);
        var zones = new SortedSet<string>(StringComparer.Ordinal);
        var isId = false;
        foreach (var term in rack.Terms)
        {
            var (found, fault) = Zones(datacenter, rack, term, supplies);
            if (fault is not null)
            {
                return new RackPlace(rack, Fault: fault);
            }

            isId |= found.Any(zone => !ZoneName().IsMatch(zone));
            zones.UnionWith(found);
        }

        return zones.Count == 1 ? new RackPlace(rack, zones.Min, isId)
            : new RackPlace(rack, Fault: new Reason(
                $"the rack {rack.Name} of {datacenter.CassandraName} may be in {string.Join(" or ", zones)}", datacenter.Node, rack.Property));
    }

    // The zones of the nodes that satisfy a term, or why it keeps the rack in none.
    private static (IReadOnlyCollection<string> Zones, Reason? Fault) Zones(
        CassandraDatacenter datacenter, CassandraRack rack, IReadOnlyList<NodeWish> term, IReadOnlyList<NodeSupply> supplies)
    {
        NodeWish[] own = [.. term.Where(wish => wish.Key is { } key && !NodeLabels.IsGiven(key))];
        NodeSupply[] fitting = [.. supplies.Where(supply => Array.TrueForAll(own, wish => Has(supply, wish)))];
        if (term.FirstOrDefault(wish => wish.IsOfZones) is { } zone)
        {
            string[] wanted = [.. zone.Known];

            // Zones that the declared nodes are not in. A subnet that is not in the graph has no zone by name.
            var known = fitting.Length > 0 && Array.TrueForAll(fitting, supply => supply.Zones is { } zones && zones.All(ZoneName().IsMatch))
                ? fitting.SelectMany(supply => supply.Zones!).ToHashSet(StringComparer.Ordinal) : null;
            return known is not null && Array.TrueForAll(wanted, name => ZoneName().IsMatch(name) && !known.Contains(name))
                ? ([], new Reason(
                    $"the rack {rack.Name} of {datacenter.CassandraName} is pinned to {string.Join(" or ", wanted)}, "
                        + "where no declared nodes of its cluster are",
                    datacenter.Node, rack.Property))
                : (wanted, null);
        }

        if (own.Length > 0)
        {
            return (supplies.Count, fitting.Length) switch
            {
                (0, _) => ([], Reason.Uncertain(
                    $"the rack {rack.Name} of {datacenter.CassandraName} is pinned by {own[0].Key}, and no declared nodes tell in which zone that is",
                    datacenter.Node, rack.Property)),
                (_, 0) => ([], new Reason(
                    $"the rack {rack.Name} of {datacenter.CassandraName} is pinned by {own[0].Key}, a label that no declared nodes of its cluster have",
                    datacenter.Node, rack.Property)),
                _ when Array.Exists(fitting, supply => supply.Zones is null) => ([], Reason.Unknown(
                    Array.Find(fitting, supply => supply.Zones is null)!.Node, "subnetIds")),
                _ => ([.. fitting.SelectMany(supply => supply.Zones!).Distinct(StringComparer.Ordinal)], null),
            };
        }

        var loose = $"the rack {rack.Name} of {datacenter.CassandraName} is pinned to no zone: its nodes are wherever the scheduler puts them";
        return datacenter.SpreadsPodsByZone
            ? ([], Reason.Uncertain(
                $"the racks of {datacenter.CassandraName} are pinned to no zone, and no reader computes what its pod template spreads",
                datacenter.Node, rack.Property))
            : ([], new Reason(loose, datacenter.Node, rack.Property));
    }

    private static bool Has(NodeSupply supply, NodeWish wish) => supply.Label(wish.Key!) is { IsAbsent: false } label
        && (label.Text is not { } value || wish.Known.Contains(value, StringComparer.Ordinal));

    // us-east-1a, us-west-2-lax-1a.
    [GeneratedRegex("^(?<region>[a-z]{2}(?:-[a-z]+)+-[0-9]+)(?:-[a-z]+-[0-9]+)?[a-z]$", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneName();

    /// <param name="Zone">Null where there is a fault.</param>
    /// <param name="IsId">Whether the zone is told by its id, or by something else that is not its name.</param>
    private sealed record RackPlace(CassandraRack Rack, string? Zone = null, bool IsId = false, Reason? Fault = null);
}
