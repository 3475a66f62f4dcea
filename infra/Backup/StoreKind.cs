using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Backup;

/// <summary>A kind of store as AWS Backup sees it.</summary>
/// <param name="Name">As <see cref="StoreSettings.Kind"/> spells it.</param>
/// <param name="ResourceType">As AWS Backup spells it.</param>
/// <param name="ArnPattern">What the ARNs of the kind look like: an assignment by tag would take resources of every kind without it.</param>
public sealed record StoreKind(string Name, string ResourceType, string ArnPattern)
{
    /// <summary>Aurora clusters.</summary>
    public static StoreKind Database { get; } = new("database", "Aurora", "arn:aws:rds:*:*:cluster:*");

    /// <summary>DynamoDB tables.</summary>
    public static StoreKind Table { get; } = new("table", "DynamoDB", "arn:aws:dynamodb:*:*:table/*");

    /// <summary>S3 buckets.</summary>
    public static StoreKind Bucket { get; } = new("bucket", "S3", "arn:aws:s3:::*");

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<StoreKind> All { get; } = [Database, Table, Bucket];

    /// <summary>
    /// Whether a backup can go to an air-gapped vault of another Region. The guide leaves Aurora out ("Cross-Region copy to or from a
    /// logically air-gapped vault is not currently available for backups that contain Amazon Aurora"), so databases use the vault of
    /// their own Region: it outlives the account, and the ordinary copy outlives the Region.
    /// https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
    /// </summary>
    public bool ReachesAirGapOfOtherRegion => this != Database;

    /// <summary>The workload's stores of this kind.</summary>
    public IEnumerable<StoreSettings> StoresOf(WorkloadSettings workload) => workload.Stores.Where(store => store.Kind == Name);

    /// <summary>
    /// Whether the workload has such a store in the Region of a role. Buckets are in both always; databases and tables have no
    /// member in the standby Region where the tier restores from backups.
    /// </summary>
    public bool IsIn(StackRole role, WorkloadSettings workload) =>
        StoresOf(workload).Any()
        && (role == StackRole.Primary || this == Bucket || workload.Tier.Strategy != Strategy.BackupRestore);

    /// <summary>The ARN of a store in a Region.</summary>
    public static string ArnOf(Names names, string region, string accountId, WorkloadSettings workload, StoreSettings store) => store switch
    {
        DatabaseStore => Arns.Cluster(region, accountId, names.Cluster(workload.Name, store.Name, region)),
        TableStore => Arns.Table(region, accountId, names.Table(workload.Name, store.Name)),
        BucketStore => Arns.Bucket(names.Bucket(workload.Name, store.Name, region)),
        _ => throw new ArgumentOutOfRangeException(nameof(store), store.Kind, "unknown kind of store"),
    };
}
