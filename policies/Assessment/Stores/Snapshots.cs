using DrInfra.Policies.Aws;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Snapshots that a service takes by itself, and those that it copies to another Region.</summary>
internal static class Snapshots
{
    /// <param name="kind">Such as <c>daily snapshot</c>.</param>
    /// <param name="region">Where they are; null where it is not known.</param>
    /// <param name="node">What makes them.</param>
    /// <param name="age">How old the newest is at worst.</param>
    /// <param name="days">How long they are kept; null where it is not limited.</param>
    /// <param name="restore">The time to restore from one.</param>
    /// <param name="untold">The property that says how long, while it is not known.</param>
    public static Copy Of(
        StoreContext context, Store store, string kind, string? region, Node node, Derivation age, double? days, Derivation restore, Prop untold = default)
    {
        var copy = new CopyBuilder(kind, region, node)
            .Survives(Disruption.Instance, age, restore)
            .Survives(Disruption.Zone, age, restore)
            .Loses(Disruption.Account, "the account can delete them");
        copy = region is null || region == store.Home
            ? copy.Loses(Disruption.Region, $"they are in {region ?? "one Region"} too")
            : copy.Survives(Disruption.Region, age, restore);
        if (untold.IsUnknown)
        {
            return copy.Survives(
                Disruption.Corruption, Derivation.Leaf("their retention", Figure.Unknown, new Source(SourceKind.Property, untold.Path, node.Urn)),
                restore)
                .Build();
        }

        return context.LeastWindow(store.Workload) is { } least && days is { } kept && kept * UnitsOfTime.Day < least
            ? copy.Loses(Disruption.Corruption, $"they are retained {kept} days, but detection and decision take longer").Build()
            : copy.Survives(
                Disruption.Corruption, Derivation.Sum("data since the last good snapshot", context.CorruptionDetection(store.Workload), age), restore)
                .Build();
    }

    /// <summary>The service takes none.</summary>
    public static Copy None(Store store, string kind, string why) => new CopyBuilder(kind, store.Home, store.Node)
        .Loses(Disruption.Instance, why).Loses(Disruption.Zone, why).Loses(Disruption.Region, why).Loses(Disruption.Corruption, why)
        .Loses(Disruption.Account, why).Build();

    /// <summary>A property that decides whether there are any is not known yet.</summary>
    public static Copy Unknown(Store store, string kind, Prop property)
    {
        var unknown = Derivation.Leaf("age of the newest snapshot", Figure.Unknown, new Source(SourceKind.Property, property.Path, store.Node.Urn));
        return new CopyBuilder(kind, store.Home, store.Node).Survives(Disruption.Corruption, unknown, unknown).Build();
    }

    /// <summary>Those that the service takes in the store's Region, one a day.</summary>
    public static Copy Daily(StoreContext context, Store store, string kind, DailySnapshots daily) =>
        daily.Days.IsUnknown ? Unknown(store, kind, daily.Days.Property)
        : daily.Days.Value > 0 ? Of(context, store, kind, store.Home, store.Node, Age(context, store, daily), daily.Days.Value, context.Restore(store, null))
        : None(store, kind, daily.Off);

    // One a day, in a window of the service, and the time to take it.
    private static Derivation Age(StoreContext context, Store store, DailySnapshots daily) => Derivation.Sum(
        "age of the newest snapshot",
        Derivation.Leaf(
            "one a day", Figure.Exactly(UnitsOfTime.Day, Basis.Enforced), new Source(SourceKind.Definition, "the service takes one snapshot a day")),
        Window(daily, store.Node),
        context.Estimates.Duration("time to finish", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn));

    // A snapshot of one day may be at the window's start, the next at its end. A window that nobody states is one hour.
    private static Derivation Window(DailySnapshots daily, Node node) =>
        daily.Window.IsUnknown ? Derivation.Leaf("window", Figure.Unknown, new Source(SourceKind.Property, daily.Window.Path, node.Urn))
        : daily.WindowLength is { } length
            ? Derivation.Leaf("window", Figure.Exactly(length.TotalSeconds, Basis.Enforced), new Source(SourceKind.Property, daily.Window.Path, node.Urn))
            : Derivation.Leaf(
                "window", Figure.Exactly(UnitsOfTime.Hour, Basis.Limit),
                new Source(SourceKind.Definition, "the service chooses an hour if no window is set"));
}
