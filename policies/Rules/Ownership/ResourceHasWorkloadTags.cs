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
        var tagged = context.Estate.All.Where(node => !OwnershipMarks.Of(node).IsAbsent && node.Tag(DrTags.Workload) is not null)
            .Select(node => node.Type).ToHashSet(StringComparer.Ordinal);
        foreach (var node in context.Estate.All)
        {
            if (node.Stack.IsForeign || !OwnershipMarks.AreTaken(node))
            {
                continue;
            }

            // Unknown values are left out of a node's tags, so the map is asked too.
            var marks = OwnershipMarks.Of(node);
            string[] missing = [.. Wanted.Where(tag => node.Tag(tag) is null && !marks[OwnershipMarks.NameOf(node, tag)].IsUnknown)];
            if (missing.Length > 0 && (missing.Length < Wanted.Length || MustBeTagged(node) || tagged.Contains(node.Type)) && !marks.IsUnknown)
            {
                var names = missing.Select(tag => OwnershipMarks.NameOf(node, tag));
                yield return Finding.Violation(node, $"lacks the {OwnershipMarks.WordOf(node)} {string.Join(", ", names)}", OwnershipMarks.PathOf(node));
            }
        }
    }

    // Every object of Kubernetes takes labels.
    private static bool MustBeTagged(Node node) =>
        OwnershipMarks.AreLabels(node) || (StatefulTypes.Find(node) is { Part: not StatefulPart.Link } && !UntaggableTypes.Contains(node.Type));
}
