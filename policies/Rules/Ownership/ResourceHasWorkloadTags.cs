using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ResourceHasWorkloadTags : StackRule
{
    private static readonly string[] Wanted =
        [DrTags.Pair, DrTags.Workload, DrTags.Tier, DrTags.Owner, DrTags.Role, DrTags.Region, DrTags.Environment];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        // A type takes tags if one of its resources has them.
        var tagged = context.Estate.All.Where(node => !node.Input("tags").IsAbsent && node.Tag(DrTags.Workload) is not null).Select(node => node.Type)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var node in context.Estate.All)
        {
            if (node.Stack.IsForeign || !node.Resource.Custom || !node.Type.StartsWith("aws:", StringComparison.Ordinal))
            {
                continue;
            }

            // Unknown values are left out of a node's tags, so the map is asked too.
            string[] missing = [.. Wanted.Where(tag => node.Tag(tag) is null && !node.Input("tags")[tag].IsUnknown)];
            if (missing.Length > 0 && (missing.Length < Wanted.Length || MustBeTagged(node) || tagged.Contains(node.Type)) && !node.Input("tags").IsUnknown)
            {
                yield return Finding.Violation(node, $"lacks the tags {string.Join(", ", missing)}", "tags");
            }
        }
    }

    private static bool MustBeTagged(Node node) =>
        StatefulTypes.Find(node) is { Part: not StatefulPart.Link } && !UntaggableTypes.Contains(node.Type);
}
