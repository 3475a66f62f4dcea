using DrInfra.Policies.Assessment;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class StatefulResourceIsProtected() : ResourceRule([.. StatefulTypes.All.Select(type => type.Type)])
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return StatefulTypes.Find(node) is not { } stateful ? Verdict.NotApplicable("it holds no data")
            : node.Resource.Protect ? Verdict.Compliant
            : Verdict.Violation($"the {stateful.Kind} is not protected from deletion");
    }
}
