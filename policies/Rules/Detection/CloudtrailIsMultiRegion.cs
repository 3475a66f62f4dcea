using DrInfra.Policies.Aws.CloudTrail;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CloudtrailIsMultiRegion() : ResourceRule(CloudTrailTypes.Trail)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["isMultiRegionTrail"], wanted: true, serviceDefault: false, "it records only its own Region");
        yield return FlagVerdict.Of(node["enableLogging"], wanted: true, serviceDefault: true, "logging is disabled");
        yield return FlagVerdict.Of(node["includeGlobalServiceEvents"], wanted: true, serviceDefault: true, "it leaves out global services such as IAM");
        yield return FlagVerdict.Of(node["enableLogFileValidation"], wanted: true, serviceDefault: false, "log file validation is off");
    }
}
