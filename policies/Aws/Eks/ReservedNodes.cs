using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>Capacity that the program reserves, and the nodes that take it.</summary>
internal static class ReservedNodes
{
    /// <summary>
    /// Why reservations are not used. One for all matching instances (<c>open</c>) is, unless a node class of a cluster in its Region names
    /// others: then EKS Auto Mode takes those alone (https://docs.aws.amazon.com/eks/latest/userguide/auto-odcr.html).
    /// </summary>
    public static IEnumerable<Reason> Unused(Estate estate)
    {
        var classes = estate.OfTypes(NodeClass.Types).Select(node => new NodeClass(node)).ToLookup(found => PodClusters.In(estate).RegionOf(found.Node));
        foreach (var reservation in estate.OfType(Ec2Types.CapacityReservation))
        {
            NodeClass[] near = [.. classes[reservation.Region]];
            var match = reservation["instanceMatchCriteria"];
            var selects = near.Any(found => found.Reservations.IsStated());
            if (match.Text != "targeted" && (near.Length == 0 || !selects) && !match.IsUnknown)
            {
                continue;
            }

            if (Named(estate, reservation) || Fault(estate, reservation, near) is not { } fault)
            {
                continue;
            }

            yield return fault;
        }
    }

    /// <summary>Terms of node classes that no declared reservation of their Region fits: the capacity may exist, made elsewhere, or not.</summary>
    public static IEnumerable<Reason> Undeclared(Estate estate)
    {
        var reservations = estate.OfType(Ec2Types.CapacityReservation).ToLookup(reservation => reservation.Region);
        foreach (var node in estate.OfTypes(NodeClass.Types))
        {
            var near = reservations[PodClusters.In(estate).RegionOf(node)];
            foreach (var term in new NodeClass(node).Reservations.Items)
            {
                if (near.All(reservation => NodeClass.Takes(term, IdOf(reservation), reservation.Tags) == false))
                {
                    yield return Reason.Unknown(node, term.Path);
                }
            }
        }
    }

    private static Reason? Fault(Estate estate, Node reservation, NodeClass[] classes)
    {
        var taken = classes.Select(found => (Class: found, Takes: Takes(found, reservation))).ToArray();
        var takers = taken.Where(pair => pair.Takes == true).Select(pair => pair.Class).ToArray();
        if (takers.Length == 0)
        {
            return Array.Find(taken, pair => pair.Takes is null) is { Class: { Node: { } open } unknown } ? Reason.Unknown(open, unknown.Reservations.Path)
                : new Reason($"no node class in {reservation.Region} takes it: it is paid for and not used", reservation, "instanceMatchCriteria");
        }

        var all = NodePools.In(estate);
        var pools = takers.SelectMany(found => all.Of(found.Node).Where(pool => all.ClassOf(pool)?.Node == found.Node)).ToArray();
        return pools.Length == 0 ? new Reason($"no node pool uses node class {takers[0].Node.Name}, which takes it", reservation)
            : Array.Exists(pools, pool => pool.TakesReserved == true) ? null
            : Array.Find(pools, pool => pool.TakesReserved is null) is { Node: { } node } later ? Reason.Unknown(node, later.CapacityTypes.Path)
            : new Reason(
                $"capacity types of {pools[0].Node.Name} lack reserved, so reservation {reservation.Name} is not used", pools[0].Node,
                pools[0].CapacityTypes.Path);
    }

    // Before the first deployment, ids are unknown: what the class was made from tells.
    private static bool? Takes(NodeClass found, Node reservation) =>
        found.Takes(IdOf(reservation), reservation.Tags)
        ?? (ReferenceResolver.Declared(found.Node, "spec", Ec2Types.CapacityReservation).Contains(reservation) ? true : null);

    private static string? IdOf(Node reservation) => reservation.Resource.Id ?? reservation.Output("id").Text;

    // Launch templates and servers name one themselves.
    private static bool Named(Estate estate, Node reservation) =>
        estate.OfTypes(Ec2Types.LaunchTemplate, Ec2Types.Instance).Any(node =>
            ReferenceResolver.Declared(node, "capacityReservationSpecification", Ec2Types.CapacityReservation).Contains(reservation)
            || (reservation.Resource.Id is { } id
                && node["capacityReservationSpecification"]["capacityReservationTarget"]["capacityReservationId"].Text == id));
}
