using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>
/// How copies of Aurora's snapshots wait for each other. Each is a full copy (fact aurora-copy-full); those of one cluster are made one after
/// the other (fact aurora-copies-queued), and a Region takes five of an account at a time (fact rds-snapshot-copy-quota).
/// </summary>
internal static class SnapshotCopyQueue
{
    /// <summary>How many copies pass until the last one of a rule's backup is there; 1 where they wait for none.</summary>
    public static int Turns(Estate estate, BackupStore store, PlanRule rule) => store.Service != BackupStores.Aurora || rule.Copies.Count == 0 ? 1
        : rule.Copies.Count * rule.Copies
            .Select(copy => BackupVaults.Destination(estate, rule.Plan, copy).Region)
            .Max(region => region is null ? 1 : Waves(Arriving(estate).GetValueOrDefault(region)));

    private static int Waves(int copies) => Math.Max(1, (int)Math.Ceiling(copies / FactBook.Number("rds-snapshot-copy-quota")));

    // Clusters whose backups are copied into a Region, each once: their schedules may meet.
    private static Dictionary<string, int> Arriving(Estate estate) => estate.Once(static estate =>
    {
        var backups = BackupEstate.Of(estate);
        return backups.Stores.Where(store => store.Service == BackupStores.Aurora)
            .SelectMany(store => backups.CopiesOf(store).Select(vault => vault.Region).OfType<string>().Distinct(StringComparer.Ordinal))
            .CountBy(region => region, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    });
}
