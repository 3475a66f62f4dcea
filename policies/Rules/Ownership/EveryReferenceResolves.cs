using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class EveryReferenceResolves : StackRule
{
    protected override RuleDescriptor About => new(
        "What a resource depends on or names is declared: no dependency and no computed ARN of the program's own leads nowhere.",
        Why: "A role, key or topic that is named but not there is found missing when it is used for the first time, which is the failover.",
        Fix: "Declare the resource that is named again, or remove what names it.",
        Severity.High, "T3 B4", Level.Mandatory);

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var names = new OwnArns(context.Estate);
        foreach (var node in context.Estate.All)
        {
            foreach (var urn in node.Resource.Dependencies.Concat(node.Resource.PropertyDependencies.Values.SelectMany(urns => urns)).Distinct())
            {
                if (node.Stack.Find(urn) is null)
                {
                    var name = ResourceUrn.TryParse(urn, out var parsed) ? $"{parsed.Type} {parsed.Name}" : urn;
                    yield return Finding.Violation(node, $"depends on {name}, which is not declared");
                }
            }

            // With one stack alone, what is not there may well be in the other.
            if (context.Estate.Stacks.Count > 1 && !node.Stack.IsForeign && node.Resource.Custom)
            {
                foreach (var arn in ArnTexts.In(node.Resource.Inputs).Distinct(StringComparer.Ordinal).Where(names.LeadsNowhere))
                {
                    yield return Finding.Violation(node, $"names {arn}, which is not declared");
                }
            }
        }
    }
}
