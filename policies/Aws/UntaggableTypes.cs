using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws;

/// <summary>Of the types that hold data these take no tags.</summary>
internal static class UntaggableTypes
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        DynamoDbTypes.GlobalTable, ElastiCacheTypes.GlobalReplicationGroup, GlueTypes.CatalogTable,
        S3Types.DirectoryBucket, RdsTypes.InstanceAutomatedBackupsReplication,
    };

    public static bool Contains(string type) => Types.Contains(type);
}
