using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Ebs;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>Finds what can be backed up.</summary>
internal static class BackupStores
{
    public const string DynamoDb = "DynamoDB";
    public const string Aurora = "Aurora";
    public const string S3 = "S3";
    public const string Rds = "RDS";
    public const string Efs = "EFS";
    public const string Ebs = "EBS";

    private static readonly Dictionary<string, (string Service, string ArnService, string Kind, string NameProperty)> Kinds = new(StringComparer.Ordinal)
    {
        [DynamoDbTypes.Table] = (DynamoDb, "dynamodb", "table/", "name"),
        [RdsTypes.Cluster] = (Aurora, "rds", "cluster:", "clusterIdentifier"),
        [RdsTypes.Instance] = (Rds, "rds", "db:", "identifier"),
        [DocDbTypes.Cluster] = ("DocumentDB", "rds", "cluster:", "clusterIdentifier"),
        [NeptuneTypes.Cluster] = ("Neptune", "rds", "cluster:", "clusterIdentifier"),
        [S3Types.Bucket] = (S3, "s3", "", "bucket"),
        [S3Types.BucketV2] = (S3, "s3", "", "bucket"),
        [EfsTypes.FileSystem] = (Efs, "elasticfilesystem", "file-system/", "fileSystemId"),
        [EbsTypes.Volume] = (Ebs, "ec2", "volume/", "volumeId"),
        [Ec2Types.Instance] = ("EC2", "ec2", "instance/", "instanceId"),
        [FsxTypes.WindowsFileSystem] = ("FSx", "fsx", "file-system/", "fileSystemId"),
        [FsxTypes.OntapFileSystem] = ("FSx", "fsx", "file-system/", "fileSystemId"),
        [FsxTypes.OpenZfsFileSystem] = ("FSx", "fsx", "file-system/", "fileSystemId"),
        [FsxTypes.LustreFileSystem] = ("FSx", "fsx", "file-system/", "fileSystemId"),
        [RedshiftTypes.Cluster] = ("Redshift", "redshift", "cluster:", "clusterIdentifier"),
        [EksTypes.Cluster] = ("EKS", "eks", "cluster/", "name"),
    };

    /// <summary>The types of resources among them.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Kinds.Keys];

    public static IReadOnlyList<BackupStore> Of(Estate estate) => [.. estate.OfTypes(Types).SelectMany(node => Of(estate, node))];

    private static IEnumerable<BackupStore> Of(Estate estate, Node node)
    {
        var kind = Kinds[node.Type];
        var service = kind.Service == Aurora && node["engine"].Text is { } engine && !engine.StartsWith("aurora", StringComparison.Ordinal)
            ? Rds
            : kind.Service;
        yield return new BackupStore(node, node.Region, service, ArnOf(node, kind, node.Region), node);
        foreach (var replica in node.Type == DynamoDbTypes.Table
            ? GlobalTables.PlacesOf(estate, node).Where(place => place.Region is not null && place.Region != node.Region)
            : [])
        {
            // A replica of the table's own list carries the table's tags only where they are propagated.
            var tagged = replica.Node != node ? replica.Node : replica.PropagateTags.Flag == true ? node : null;
            yield return new BackupStore(node, replica.Region, service, ArnOf(node, kind, replica.Region), tagged);
        }
    }

    private static string ArnOf(Node node, (string Service, string ArnService, string Kind, string NameProperty) kind, string? region)
    {
        if (Arn.TryParse(node.Output("arn").Text, out var arn))
        {
            return $"arn:{arn.Partition}:{arn.Service}:{(arn.Region.Length == 0 ? "" : region)}:{arn.Account}:{arn.Resource}";
        }

        var name = node[kind.NameProperty].Text ?? node.Resource.Id ?? BackupStore.UnknownName;
        var global = kind.ArnService == "s3";
        return $"arn:aws:{kind.ArnService}:{(global ? "" : region)}:{(global ? "" : IamPattern.AnyAccount)}:{kind.Kind}{name}";
    }
}
