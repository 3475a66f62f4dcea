using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Search;

public sealed class SearchDomainIsEncrypted : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [OpenSearchTypes.Domain, ElasticsearchTypes.Domain];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["encryptAtRest"]["enabled"], wanted: true, serviceDefault: false, "its data is not encrypted at rest");
        yield return FlagVerdict.Of(node["nodeToNodeEncryption"]["enabled"], wanted: true, serviceDefault: false, "its nodes talk without encryption");
        yield return FlagVerdict.Of(node["domainEndpointOptions"]["enforceHttps"], wanted: true, serviceDefault: false, "it answers plain HTTP");
    }
}
