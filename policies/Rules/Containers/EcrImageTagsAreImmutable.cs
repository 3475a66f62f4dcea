using DrInfra.Policies.Aws.Ecr;

namespace DrInfra.Policies.Rules.Containers;

public sealed class EcrImageTagsAreImmutable() : ResourceRule(EcrTypes.Repository)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var mutability = ImageTags.Mutability(node);
        yield return mutability.IsUnknown ? Verdict.Unknown(mutability.Path)
            : ImageTags.AreImmutable(node) ? Verdict.Compliant
            : Verdict.Violation($"imageTagMutability is {mutability.Text ?? "MUTABLE"}", mutability.Path);
    }
}
