namespace DrInfra.Policies.Aws.Elasticsearch;

/// <summary>Type tokens of the provider's module <c>aws:elasticsearch</c>.</summary>
public static class ElasticsearchTypes
{
    public const string Domain = "aws:elasticsearch/domain:Domain";
}
