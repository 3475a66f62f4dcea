using DrInfra.Policies.Assessment;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class StatefulResourceIsProtected : ResourceRule
{
    protected override RuleDescriptor About => new(
        "What holds data, the key to it, or keeps its copies cannot be deleted by an update of the program.",
        Why: "One renamed resource, or one destroy in the wrong stack, takes the data or makes it unreadable for ever.",
        Fix: "Set the protect option on the resource.",
        Severity.Critical, "B4 T3", Level.Mandatory);

    public override IReadOnlyList<string> AppliesTo => [.. StatefulTypes.All.Select(type => type.Type)];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return StatefulTypes.Find(node) is not { } stateful ? Verdict.NotApplicable("it holds nothing")
            : node.Resource.Protect ? Verdict.Compliant
            : Verdict.Violation($"the {stateful.Kind} is not protected from deletion");
    }
}
