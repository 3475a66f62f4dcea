using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.Emr;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.Mq;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Aws;

/// <summary>The version of an engine or a runtime that a resource states.</summary>
/// <param name="Family">Whose versions these are, as the book of versions names them; null where only the deployment tells the engine.</param>
/// <param name="Version">As the book writes it; null where it is not known.</param>
/// <param name="Property">The property that states it.</param>
internal sealed record StatedVersion(string? Family, string? Version, Prop Property)
{
    // Type, the property with the version, the property with the engine, and the family of an engine.
    private static readonly Dictionary<string, (string Property, string? Engine, Func<string, string?> Family)> Known = new(StringComparer.Ordinal)
    {
        [LambdaTypes.Function] = Always("runtime", "lambda"),
        [SyntheticsTypes.Canary] = Always("runtimeVersion", "synthetics"),
        [EksTypes.Cluster] = Always("version", "eks"),
        [RdsTypes.Cluster] = ("engineVersion", "engine", Database),
        [RdsTypes.GlobalCluster] = ("engineVersion", "engine", Database),
        [RdsTypes.Instance] = ("engineVersion", "engine", Database),
        [OpenSearchTypes.Domain] = ("engineVersion", "engineVersion",
            engine => engine.StartsWith("Elasticsearch", StringComparison.Ordinal) ? "elasticsearch" : "opensearch"),
        [ElasticsearchTypes.Domain] = Always("elasticsearchVersion", "elasticsearch"),
        [ElastiCacheTypes.ReplicationGroup] = ("engineVersion", "engine", engine => engine == "redis" ? "redis" : null),
        [ElastiCacheTypes.Cluster] = ("engineVersion", "engine", engine => engine == "redis" ? "redis" : null),
        [MskTypes.Cluster] = Always("kafkaVersion", "kafka"),
        [DocDbTypes.Cluster] = Always("engineVersion", "docdb"),
        [DocDbTypes.GlobalCluster] = Always("engineVersion", "docdb"),
        [NeptuneTypes.Cluster] = Always("engineVersion", "neptune"),
        [NeptuneTypes.GlobalCluster] = Always("engineVersion", "neptune"),
        [MqTypes.Broker] = ("engineVersion", "engineType",
            engine => engine.ToUpperInvariant() switch { "ACTIVEMQ" => "activemq", "RABBITMQ" => "rabbitmq", _ => null }),
        [GlueTypes.Job] = Always("glueVersion", "glue"),
        [EmrTypes.Cluster] = Always("releaseLabel", "emr"),
    };

    /// <summary>The types that state a version.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Known.Keys];

    /// <summary>The version that a resource states; null where it states none, or the service has no dates for its engine.</summary>
    public static StatedVersion? Of(Node node)
    {
        if (!Known.TryGetValue(node.Type, out var known) || node[known.Property] is not { IsAbsent: false } version)
        {
            return null;
        }

        // Redis is the engine of a cache that states none.
        var engine = known.Engine is null
            ? ""
            : node[known.Engine] is { IsAbsent: true } && ElastiCacheTypes.ReplicationGroup == node.Type ? "redis" : node[known.Engine].Text;
        if (version.IsUnknown || engine is null)
        {
            return new StatedVersion(null, null, version);
        }

        return known.Family(engine) is { } family && version.Text is { } text ? new StatedVersion(family, Plain(text), version) : null;
    }

    private static (string Property, string? Engine, Func<string, string?> Family) Always(string property, string family) => (property, null, _ => family);

    private static string? Database(string engine) => engine switch
    {
        "aurora-postgresql" or "aurora-mysql" or "postgres" or "mysql" or "mariadb" => engine,
        _ => null,
    };

    // 8.0.mysql_aurora.3.08.2, OpenSearch_2.11 and emr-7.3.0 say more than the version.
    private static string Plain(string text)
    {
        var start = text.LastIndexOf("mysql_aurora.", StringComparison.Ordinal);
        return start >= 0 ? text[(start + "mysql_aurora.".Length)..]
            : text.StartsWith("OpenSearch_", StringComparison.Ordinal) || text.StartsWith("Elasticsearch_", StringComparison.Ordinal)
                ? text[(text.IndexOf('_', StringComparison.Ordinal) + 1)..]
                : text.StartsWith("emr-", StringComparison.Ordinal) ? text["emr-".Length..]
                : text;
    }
}
