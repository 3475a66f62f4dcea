using DrInfra.Policies.Aws.CloudTrail;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class TrailCoversAllRegions : ResourceRule
{
    protected override RuleDescriptor About => new(
        "An audit trail records what is done in every Region, and cannot be changed unseen.",
        Why: "After the loss of an account or a Region the trail is how one learns what was deleted, and by whom; one of a single Region is blind to the "
            + "other.",
        Fix: "Set isMultiRegionTrail, includeGlobalServiceEvents and enableLogFileValidation, and leave enableLogging on.",
        Severity.High, "F6 I4",
        Published: "MULTI_REGION_CLOUD_TRAIL_ENABLED, AVD-AWS-0014");

    public override IReadOnlyList<string> AppliesTo => [CloudTrailTypes.Trail];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["isMultiRegionTrail"], wanted: true, serviceDefault: false, "it records its own Region alone");
        yield return FlagVerdict.Of(node["enableLogging"], wanted: true, serviceDefault: true, "it is off");
        yield return FlagVerdict.Of(node["includeGlobalServiceEvents"], wanted: true, serviceDefault: true, "it leaves out global services, such as IAM");
        yield return FlagVerdict.Of(node["enableLogFileValidation"], wanted: true, serviceDefault: false, "its files can be changed unseen");
    }
}
