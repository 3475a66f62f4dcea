using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class EveryReferenceResolves : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var names = new OwnArns(context.Estate);
        foreach (var node in context.Estate.All)
        {
            foreach (var urn in node.Resource.Dependencies.Concat(node.Resource.PropertyDependencies.Values.SelectMany(urns => urns))
                .Where(urn => node.Stack.Find(urn) is null).Distinct())
            {
                var name = ResourceUrn.TryParse(urn, out var parsed) ? $"{parsed.Type} {parsed.Name}" : urn;
                yield return Finding.Violation(node, $"depends on {name}, which is not declared");
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
