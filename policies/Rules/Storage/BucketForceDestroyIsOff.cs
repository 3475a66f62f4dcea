using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketForceDestroyIsOff : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => BucketScope.Types;

    // Off where it is not stated (the provider's default).
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var force = node["forceDestroy"];
        yield return force.IsUnknown ? Verdict.Unknown(force.Path)
            : !BucketScope.IsKept(node) ? Verdict.NotApplicable("logs")
            : force.Flag == true ? Verdict.Violation("the bucket may be deleted with everything in it: forceDestroy is true", force.Path)
            : Verdict.Compliant;
    }
}
