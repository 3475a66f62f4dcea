using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Eks;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ResourceIsInItsDeclaredRegion : StackRule
{
    private const string Global = "global";

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var node in context.Estate.All)
        {
            if (!OwnershipMarks.AreTaken(node))
            {
                continue;
            }

            var tag = node.Tag(DrTags.Region);
            if (GlobalTypes.Contains(node.Type))
            {
                if (tag is not null and not Global)
                {
                    yield return Finding.Violation(node, $"has no Region, but dr:region is {tag}", "tags");
                }

                continue;
            }

            if ((tag ?? OfComponent(node)) is { } declared && declared != Global && Placed(node) is { } region && region != declared)
            {
                var said = tag is null ? "its component" : OwnershipMarks.NameOf(node, DrTags.Region);
                yield return Finding.Violation(node, $"is in {region}, but {said} states {declared}");
            }
        }
    }

    // Not by the tag, which is what is to be judged.
    private static string? Placed(Node node) => OwnershipMarks.AreLabels(node) ? ProviderCluster.RegionOf(node)
        : node.Input("region").Text ?? node.Provider?.Input("region").Text ?? Arn.RegionOf(node.Output("arn").Text);

    private static string? OfComponent(Node node) => node.Ancestors
        .Where(ancestor => !ancestor.Resource.Custom)
        .Select(ancestor => ancestor.Output("region").Text)
        .FirstOrDefault(region => region is not null);
}
