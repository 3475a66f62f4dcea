using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Search;

public sealed class SearchDomainSpansZones : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [OpenSearchTypes.Domain, ElasticsearchTypes.Domain];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var cluster = node["clusterConfig"];
        var (aware, standby, count) = (cluster["zoneAwarenessEnabled"], cluster["multiAzWithStandbyEnabled"], cluster["zoneAwarenessConfig"]["availabilityZoneCount"]);
        yield return standby.Flag == true || aware.Flag == true ? Verdict.Compliant
            : standby.IsUnknown || aware.IsUnknown ? Verdict.Unknown((aware.IsUnknown ? aware : standby).Path)
            : Verdict.Violation("all its nodes are in one zone: zone awareness is off", aware.Path);

        // Two zones where nothing is stated. A third one is used where there are nodes for it.
        if (aware.Flag == true && cluster["instanceCount"].Number >= 3)
        {
            yield return NumberVerdict.AtLeast(count, 3, 2, "availabilityZoneCount", "");
        }

        var nodes = cluster["instanceCount"].Number;
        var zones = count.Number ?? 2;
        if (aware.Flag == true && nodes is { } number && number % zones != 0)
        {
            yield return Verdict.Violation($"{number} nodes do not spread evenly over {zones} zones", cluster["instanceCount"].Path);
        }
    }
}
