using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketForceDestroyIsOff : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A bucket with objects in it refuses to be deleted.",
        Why: "With forceDestroy a deletion, or a replacement that nobody meant, empties the bucket first: every version of every object is gone.",
        Fix: "Remove forceDestroy, or set it to false.",
        Severity.Critical, "B4", Level.Mandatory);

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
