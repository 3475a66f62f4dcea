using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes.Volumes;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// The copies of the volumes of pods: by AWS Backup and Data Lifecycle Manager through the tags of the volumes, by backups of the cluster,
/// by Velero.
/// </summary>
internal static class VolumeCopies
{
    private const string ClusterBackup = "backup of the cluster";

    /// <param name="claims">All that is claimed of the store.</param>
    public static IEnumerable<Copy> Of(StoreContext context, Store store, IReadOnlyList<VolumeClaim> claims)
    {
        if (claims.Count == 0)
        {
            return [];
        }

        var cluster = PodClusters.In(context.Estate).Of(claims[0].Node);
        var volume = claims is [var only] ? DriverVolumes.In(context.Estate).Of(only) : null;
        return
        [
            .. volume is null ? [] : OfVolume(context, store, volume),
            .. cluster is not null && claims.All(claim => claim.Place.Kind == VolumeKind.Block) ? OfCluster(context, store, cluster) : [],
            .. VeleroCopies.Of(context, store, claims),
        ];
    }

    private static IEnumerable<Copy> OfVolume(StoreContext context, Store store, BackupStore volume)
    {
        var taking = DriverVolumes.In(context.Estate).SelectionsOf(volume);
        return
        [
            .. BackupCopies.Of(context, store, volume, taking[true], taking[false], null),
            .. SnapshotPolicyCopies.Of(context, store, volume.Tags, volume.MayHave),
        ];
    }

    // Restored into a cluster that is empty and has to be made first: nobody can say how long the Region's loss would take.
    private static IEnumerable<Copy> OfCluster(StoreContext context, Store store, Node cluster)
    {
        var refused = ClusterBackups.Refused(cluster);
        foreach (var copy in BackupEstate.Of(context.Estate).Find(cluster, cluster.Region) is { } found ? Copies(found) : [])
        {
            yield return refused is not null
                ? new CopyBuilder(ClusterBackup, copy.Region, copy.Node).Loses(refused, Disruption.Region, Disruption.Corruption, Disruption.Account).Build()
                : copy with { Kind = ClusterBackup, Uses = Uses(copy) };
        }

        IEnumerable<Copy> Copies(BackupStore found)
        {
            var backups = BackupEstate.Of(context.Estate);
            return BackupCopies.Of(context, store, found, backups.Of(found), backups.PerhapsOf(found), null);
        }
    }

    private static Dictionary<Disruption, CopyUse> Uses(Copy copy) => copy.Uses.ToDictionary(
        use => use.Key,
        use => use.Key is not (Disruption.Region or Disruption.Account) ? use.Value : use.Value with
        {
            Recovery = Derivation.Never("restore into an empty cluster", "AWS Backup restores into a cluster that has to be made first, which no plan does"),
        });
}
