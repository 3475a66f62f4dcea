using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Search;

public sealed class SearchDomainHasThreeMasters : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A search domain has three dedicated master nodes.",
        Why: "Data nodes that are busy taking over shards answer late as masters too, and two masters have no majority when one is lost.",
        Fix: "Set clusterConfig.dedicatedMasterEnabled with a dedicatedMasterCount of at least 3, an odd number.",
        Severity.Medium, "F1 H1",
        Published: "ES.7, opensearch_service_domains_fault_tolerant_master_nodes");

    public override IReadOnlyList<string> AppliesTo => [OpenSearchTypes.Domain, ElasticsearchTypes.Domain];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var cluster = node["clusterConfig"];
        var (masters, count) = (cluster["dedicatedMasterEnabled"], cluster["dedicatedMasterCount"]);
        if (masters.IsUnknown || masters.Flag != true)
        {
            return [FlagVerdict.Of(masters, wanted: true, serviceDefault: false, "it has no dedicated masters, three needed")];
        }

        return
        [
            count.Number is { } number && number >= 3 && number % 2 == 0 ? Verdict.Violation($"{number} masters have no majority in two halves, an odd number needed", count.Path)
                : NumberVerdict.AtLeast(count, 3, 3, "dedicatedMasterCount", ""),
        ];
    }
}
