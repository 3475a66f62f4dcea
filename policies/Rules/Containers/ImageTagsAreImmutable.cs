using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Containers;

public sealed class ImageTagsAreImmutable : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A tag of an image, once pushed, names the same image for ever; a repository with images is not deleted.",
        Why: "A tag that was pushed over is another image in the other Region until the copy arrives, and there is no way back to the one before.",
        Fix: "Set imageTagMutability to IMMUTABLE, and leave forceDelete off.",
        Severity.Medium, "H4 B4");

    public override IReadOnlyList<string> AppliesTo => [EcrTypes.Repository];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var mutability = node["imageTagMutability"];
        yield return mutability.IsUnknown ? Verdict.Unknown(mutability.Path)
            : mutability.Text?.StartsWith("IMMUTABLE", StringComparison.Ordinal) == true ? Verdict.Compliant
            : Verdict.Violation($"imageTagMutability is {mutability.Text ?? "MUTABLE"}", mutability.Path);
        yield return FlagVerdict.Of(node["forceDelete"], wanted: false, serviceDefault: false, "it is deleted with the images in it: forceDelete is on");
    }
}
