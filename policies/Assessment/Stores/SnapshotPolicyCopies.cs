using DrInfra.Policies.Aws.Dlm;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>The snapshots that Data Lifecycle Manager takes of a volume by its tags, and their copies in other Regions.</summary>
internal static class SnapshotPolicyCopies
{
    private const string Kind = "snapshot by Data Lifecycle Manager";

    /// <param name="mayHave">Whether the volume may have a tag beside those that are known.</param>
    public static IEnumerable<Copy> Of(StoreContext context, Store store, IReadOnlyDictionary<string, string> tags, Func<string, bool> mayHave)
    {
        foreach (var policy in SnapshotPolicy.AllIn(context.Estate).Where(policy => policy.Node.Region is null || policy.Node.Region == store.Home))
        {
            var takes = policy.Takes(tags, mayHave);
            if (takes == false)
            {
                continue;
            }

            var off = takes is null ? Reason.Unknown(policy.Node, SnapshotPolicy.TargetTags) : policy.Off;
            foreach (var copy in off is null ? policy.Schedules.SelectMany(schedule => Of(context, store, schedule)) : [Lost(policy.Node, off)])
            {
                yield return copy;
            }
        }
    }

    private static Copy Lost(Node policy, Reason off) =>
        new CopyBuilder(Kind, policy.Region, policy).Loses(off, Disruption.Zone, Disruption.Region, Disruption.Corruption).Build();

    private static IEnumerable<Copy> Of(StoreContext context, Store store, VolumeSnapshots schedule)
    {
        var age = Age(context, store, schedule);
        var restore = context.Restore(store, null);
        yield return Snapshots.Of(
            context, store, Kind, store.Home, schedule.Node, age, schedule.KeptDays, restore, schedule.KeptDays is null ? schedule.Retention : default);
        foreach (var (region, days) in schedule.Copies)
        {
            yield return region.Text is { } name
                ? Snapshots.Of(context, store, "copied snapshot", name, schedule.Node, age, days, restore, days is null ? schedule.Retention : default)
                : RegionReplica.Unknown(schedule.Node, region);
        }
    }

    private static Derivation Age(StoreContext context, Store store, VolumeSnapshots schedule) => Derivation.Sum(
        "age of the newest snapshot",
        schedule.Gap is { } gap
            ? Derivation.Leaf(
                "longest interval", Figure.Exactly(gap.TotalSeconds, Basis.Enforced), new Source(SourceKind.Property, schedule.Rule.Path, schedule.Node.Urn))
            : Derivation.Leaf("longest interval", Figure.Unknown, new Source(SourceKind.Property, schedule.Rule.Path, schedule.Node.Urn)),
        Derivation.Leaf("start", FactBook.Get("dlm-start-window").ToFigure(), FactBook.Get("dlm-start-window").ToSource()),
        context.Estimates.Duration("snapshot and copy", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn));
}
