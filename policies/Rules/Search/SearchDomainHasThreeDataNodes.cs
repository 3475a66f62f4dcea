using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Search;

public sealed class SearchDomainHasThreeDataNodes : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A search domain has three data nodes.",
        Why: "With fewer, one lost node leaves no quorum, or no place for the replicas of its shards.",
        Fix: "Set clusterConfig.instanceCount to at least minimumNodes.",
        Severity.High, "F1 H1",
        Published: "OPENSEARCH_DATA_NODE_FAULT_TOLERANCE, Opensearch.6, TA OpenSearch fewer than three data nodes, "
            + "opensearch_service_domains_fault_tolerant_data_nodes");

    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumNodes", "Data nodes that a domain needs.", 3, 2, 100),
    ];

    public override IReadOnlyList<string> AppliesTo => [OpenSearchTypes.Domain, ElasticsearchTypes.Domain];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [NumberVerdict.AtLeast(node["clusterConfig"]["instanceCount"], parameters["minimumNodes"], 1, "instanceCount", "")];
    }
}
