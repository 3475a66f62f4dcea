using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.OpenSearch;

namespace DrInfra.Policies.Rules.Search;

public sealed class SearchDomainHasThreeDataNodes() : ResourceRule(OpenSearchTypes.Domain, ElasticsearchTypes.Domain)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [NumberVerdict.AtLeast(node["clusterConfig"]["instanceCount"], parameters["minimumNodes"], 1, "instanceCount", "")];
    }
}
