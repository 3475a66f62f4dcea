using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.Keyspaces;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.RedshiftServerless;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws;

/// <summary>The name by which a service, and the dimensions of its metrics, know a resource.</summary>
internal static class PhysicalName
{
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        [DocDbTypes.Cluster] = "clusterIdentifier",
        [ElastiCacheTypes.ReplicationGroup] = "replicationGroupId",
        [ElastiCacheTypes.Cluster] = "clusterId",
        [ElasticsearchTypes.Domain] = "domainName",
        [KeyspacesTypes.Table] = "tableName",
        [MskTypes.Cluster] = "clusterName",
        [MskTypes.ServerlessCluster] = "clusterName",
        [MskTypes.Replicator] = "replicatorName",
        [NeptuneTypes.Cluster] = "clusterIdentifier",
        [OpenSearchTypes.Domain] = "domainName",
        [RdsTypes.Cluster] = "clusterIdentifier",
        [RdsTypes.Instance] = "identifier",
        [RedshiftTypes.Cluster] = "clusterIdentifier",
        [RedshiftServerlessTypes.Namespace] = "namespaceName",
        [S3Types.Bucket] = "bucket",
        [S3Types.BucketV2] = "bucket",
    };

    /// <summary>Null where it is not stated, or not known.</summary>
    public static string? Of(Node node) => node[Properties.GetValueOrDefault(node.Type, "name")].Text;
}
