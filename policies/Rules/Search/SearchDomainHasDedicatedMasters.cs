using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.OpenSearch;

namespace DrInfra.Policies.Rules.Search;

public sealed class SearchDomainHasDedicatedMasters() : ResourceRule(OpenSearchTypes.Domain, ElasticsearchTypes.Domain)
{
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
            count.Number is { } number && number >= 3 && number % 2 == 0
                ? Verdict.Violation($"{number} master nodes can split evenly, an odd number needed", count.Path)
                    : NumberVerdict.AtLeast(count, 3, 3, "dedicatedMasterCount", ""),
        ];
    }
}
