using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Windows in which any moment can be restored.</summary>
internal static class PointInTime
{
    /// <summary>The window of a database's own automated backups, in its Region.</summary>
    public static Copy Window(StoreContext context, Store store, Derivation restore)
    {
        var retention = AutomatedBackups.Retention(store.Node);
        var copy = new CopyBuilder("PITR window", store.Home, store.Node)
            .Loses(Disruption.Region, $"it is only in {store.Home ?? "one Region"}")
            .Loses(Disruption.Account, "the account can delete it");
        return retention.Days == 0
            ? copy.Loses(Disruption.Corruption, "automated backups are off").Build()
            : Add(context, store, copy, retention.Days, retention.IsUnknown, restore).Build();
    }

    /// <summary>
    /// What a window of so many days is good for. It must hold noticing, deciding and the restore itself, else the moment before the
    /// damage is gone when it is asked for.
    /// </summary>
    /// <param name="days">Null where it is not limited.</param>
    public static CopyBuilder Add(StoreContext context, Store store, CopyBuilder copy, double? days, bool unknown, Derivation restore)
    {
        var granularity = context.Estimates.Duration(
            "granularity of the window", "point-in-time-granularity", store.Workload, store.Label, store.Node.Urn, "aurora-pitr-rpo");
        var rollsBack = context.PromiseOf(store.Workload)?.RollsBack ?? true;
        var noticed = context.CorruptionDetection(store.Workload);
        var lost = rollsBack
            ? Derivation.Sum("data since just before the damage", noticed, granularity)
            : Derivation.Sum("only damaged data is repaired", granularity);
        if (unknown)
        {
            return copy.Survives(
                Disruption.Corruption,
                Derivation.Leaf("length of the window", Figure.Unknown, new Source(SourceKind.Definition, "the length of the window is unknown")), restore);
        }

        copy.Survives(Disruption.Instance, granularity, restore).Survives(Disruption.Zone, granularity, restore);
        var needed = context.LeastWindow(store.Workload) + (restore.Figure.Worst is { } worst && double.IsFinite(worst) ? worst : 0);
        return days is { } length && needed is { } least && length * UnitsOfTime.Day < least
            ? copy.Loses(Disruption.Corruption, $"the window of {length} days is shorter than detection, decision and restore")
            : copy.Survives(Disruption.Corruption, lost, restore);
    }
}
