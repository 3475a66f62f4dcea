using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Kubernetes.Cassandra;

namespace DrInfra.Policies.Aws.S3;

/// <summary>Whether and where the backups of a Cassandra cluster are written.</summary>
internal static class MedusaBackups
{
    private const string AwsProvider = "s3";

    /// <summary>Why a schedule makes no backups that can be used; null where it does.</summary>
    public static Reason? Fault(Estate estate, CassandraCluster cluster, MedusaSchedule schedule) =>
        schedule.Disabled.IsUnknown ? Reason.Unknown(schedule.Node, schedule.Disabled.Path)
        : schedule.Disabled.Flag == true ? new Reason($"the schedule {schedule.Name} is disabled", schedule.Node, schedule.Disabled.Path)
        : schedule.Cron is { IsUnknown: false } cron && StandardCron.LongestGap(cron.Text) is null
            ? new Reason($"the schedule {schedule.Name} is not valid: {cron}", schedule.Node, cron.Path)
        : MedusaStorage.Of(estate, cluster) is not { } storage
            ? cluster.Node.Type == CassandraTypes.Cluster
                ? new Reason($"{cluster.Node.Name} has no Medusa that the schedule {schedule.Name} could start", cluster.Node, "spec.medusa")
                : Reason.Uncertain("nothing declared tells where its Medusa writes", cluster.Node, "spec")
        : storage.Volume.IsStated()
            ? new Reason("its backups are on a volume beside it", storage.Node, storage.Volume.Path)
        : storage.Bucket.IsUnknown || storage.Bucket.IsAbsent
            ? Reason.Uncertain("its bucket is not known", storage.Node, storage.Bucket.Path.Length > 0 ? storage.Bucket.Path : "spec.medusa")
        : null;

    /// <summary>The Region of the bucket; null where nothing tells, or it is not of AWS.</summary>
    public static string? RegionOf(Estate estate, MedusaStorage storage) =>
        storage.Provider.IsStated() && storage.Provider.Text != AwsProvider || storage.Host.IsStated() ? null
        : estate.References.Follow(storage.Node, storage.Bucket, [.. BucketScope.Types]).Target?.Region ?? storage.Region.Text;
}
