using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>A copy in another Region that follows every write.</summary>
internal static class RegionReplica
{
    /// <param name="region">Null where it is not known.</param>
    /// <param name="lost">Why it cannot be used; null where it can.</param>
    /// <param name="lag">How far it is behind.</param>
    /// <param name="promotion">Until it takes writes.</param>
    public static Copy Of(Store store, Node node, string? region, Reason? lost, Derivation lag, Derivation promotion)
    {
        var copy = new CopyBuilder("replica", region, node)
            .Loses(Disruption.Corruption, "corrupt data is replicated")
            .Loses(Disruption.Account, "the account can delete the replica");
        if (lost is not null)
        {
            return copy.Loses(Disruption.Region, lost).Build();
        }

        if (region is null)
        {
            var unknown = Derivation.Leaf("Region of the replica", Figure.Unknown, new Source(SourceKind.Property, "region", node.Urn));
            return copy.Survives(Disruption.Region, unknown, promotion).Build();
        }

        return region == store.Home
            ? copy.Loses(Disruption.Region, $"it is in {region} too").Build()
            : copy.Survives(Disruption.Region, lag, promotion).Build();
    }

    /// <summary>A copy that may be there: the property that would make it is not known before the deployment.</summary>
    public static Copy Unknown(Node node, Prop property) => new CopyBuilder("replica", null, node)
        .Loses(Disruption.Region, Reason.Unknown(node, property.Path))
        .Loses(Disruption.Corruption, "corrupt data is replicated")
        .Loses(Disruption.Account, "the account can delete the replica")
        .Build();

    /// <summary>Why its data cannot be read in its Region for want of the key; null where it can, or the Region is not known.</summary>
    public static Reason? KeyLost(StoreContext context, Node node, Prop key, string? region) =>
        region is not null && context.KeyLost(node, key, region) is { } why ? (Reason)why : null;

    /// <summary>
    /// The lag that the service has as a rule, bounded by what an alarm watches that rings when the copying stops as well; of one that stays
    /// silent then, the lag names why.
    /// </summary>
    public static Derivation Lag(Derivation usual, IEnumerable<Node> alarms, double unitsPerSecond, string label = "replica lag")
    {
        var heard = alarms.ToLookup(AlarmSight.Silent);
        if (AlarmIndex.LeastWatched(heard[null], unitsPerSecond) is { } watched)
        {
            return Derivation.Bounded(label, usual, watched);
        }

        return Reason.Deciding(heard.Select(group => group.Key).OfType<Reason>()) switch
        {
            null => usual,
            { IsUnknown: true } unknown =>
                Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, unknown.Property!, unknown.Node!.Urn)),
            { Node: { } alarm } silent =>
                Derivation.Leaf(usual.Label, usual.Figure, [.. usual.Sources, new Source(SourceKind.Cause, silent.Text, alarm.Urn, Property: silent.Property)]),
            var silent => Derivation.Leaf(usual.Label, usual.Figure, [.. usual.Sources, new Source(SourceKind.Definition, silent.Text)]),
        };
    }
}
