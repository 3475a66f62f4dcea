using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Aws;

/// <summary>Type tokens of databases and of what belongs to them.</summary>
internal static class DatabaseTypes
{
    /// <summary>What is written, and takes automated backups and final snapshots.</summary>
    public static IReadOnlyList<string> BackedUp { get; } = [RdsTypes.Cluster, RdsTypes.Instance, DocDbTypes.Cluster, NeptuneTypes.Cluster];

    /// <summary>The same with the global clusters that they are members of.</summary>
    public static IReadOnlyList<string> WithGlobal { get; } =
    [
        RdsTypes.GlobalCluster, RdsTypes.Cluster, RdsTypes.Instance, DocDbTypes.GlobalCluster, DocDbTypes.Cluster, NeptuneTypes.GlobalCluster,
        NeptuneTypes.Cluster,
    ];

    /// <summary>What holds data that is nowhere else in its Region, and goes when it is deleted.</summary>
    public static IReadOnlyList<string> Data { get; } =
    [
        .. WithGlobal, DynamoDbTypes.Table, DynamoDbTypes.TableReplica, KeyspacesTypes.Keyspace, KeyspacesTypes.Table, EfsTypes.FileSystem, EbsTypes.Volume,
    ];
}
