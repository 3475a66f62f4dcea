using DrInfra.Policies.Aws.Ecr;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Containers;

public sealed class ImageTagsAreImmutable : ResourceRule
{
    public override string Description => "A tag of an image, once pushed, names the same image for ever; a repository with images is not deleted.";

    public override string Why => "A tag that was pushed over is another image in the other Region until the copy arrives, and there is no way back to the one before.";

    public override string Fix => "Set imageTagMutability to IMMUTABLE, and leave forceDelete off.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["H4", "B4"];

    public override IReadOnlyList<string> AppliesTo => [EcrTypes.Repository];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var mutability = ImageTags.Mutability(node);
        yield return mutability.IsUnknown ? Verdict.Unknown(mutability.Path)
            : ImageTags.AreImmutable(node) ? Verdict.Compliant
            : Verdict.Violation($"imageTagMutability is {mutability.Text ?? "MUTABLE"}", mutability.Path);
        yield return FlagVerdict.Of(node["forceDelete"], wanted: false, serviceDefault: false, "it is deleted with the images in it: forceDelete is on");
    }
}
