using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.OpenSearch;

namespace DrInfra.Policies.Rules.Search;

public sealed class SearchDomainIsLoggedAndReachedPrivately() : ResourceRule(OpenSearchTypes.Domain, ElasticsearchTypes.Domain)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return !node["vpcOptions"].IsStated() ? Verdict.Violation("it has a public endpoint: vpcOptions is not stated", "vpcOptions") : Verdict.Compliant;
        var logs = node["logPublishingOptions"];
        yield return logs.IsUnknown ? Verdict.Unknown(logs.Path)
            : logs.Items.Any(log => log["logType"].Text == "ES_APPLICATION_LOGS" && log["enabled"].Flag != false) ? Verdict.Compliant
            : Verdict.Violation("error logs are not published: no log of type ES_APPLICATION_LOGS", logs.Path);
    }
}
