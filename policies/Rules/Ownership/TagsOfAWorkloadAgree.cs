using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class TagsOfAWorkloadAgree : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        Node[] tagged = [.. context.Estate.All.Where(node => node.Resource.Custom && node.Tag(DrTags.Pair) is not null)];
        return Minorities(tagged, DrTags.Pair, node => node.Stack.Name)
            .Concat(Minorities(tagged, DrTags.Environment, node => node.Stack.Name))
            .Concat(Minorities(tagged, DrTags.Tier, node => $"{node.Tag(DrTags.Pair)} {node.Workload}"))
            .Concat(Minorities(tagged, DrTags.Owner, node => $"{node.Tag(DrTags.Pair)} {node.Workload}"))
            .Concat(Minorities(tagged, DrTags.Role, node => $"{node.Stack.Name} {node.Tag(DrTags.Region)}"))
            .Concat(Strangers(context.Estate, tagged));
    }

    private static IEnumerable<Finding> Minorities(Node[] nodes, string tag, Func<Node, string> group)
    {
        foreach (var together in nodes.Where(node => node.Tag(tag) is not null).GroupBy(group, StringComparer.Ordinal))
        {
            var usual = together.GroupBy(node => node.Tag(tag)!, StringComparer.Ordinal)
                .OrderByDescending(same => same.Count()).ThenByDescending(same => same.Any(IsManifest)).ThenBy(same => same.Key, StringComparer.Ordinal)
                .First().Key;
            foreach (var node in together.Where(node => node.Tag(tag) != usual))
            {
                yield return Finding.Violation(
                    node, $"{OwnershipMarks.NameOf(node, tag)} is {node.Tag(tag)}, on the others {usual}", OwnershipMarks.PathOf(node));
            }
        }
    }

    // Where as many say the one as the other, the manifest's word counts.
    private static bool IsManifest(Node node) => node.Type == SsmTypes.Parameter && ManifestFacts.Of(node) is not null;

    // Where workloads have recovery manifests, one without is a misspelt one.
    private static IEnumerable<Finding> Strangers(Estate estate, Node[] nodes)
    {
        var manifests = estate.OfType(SsmTypes.Parameter).Select(ManifestFacts.Of).OfType<ManifestFacts>().ToArray();
        var known = manifests.Select(manifest => manifest.Workload).ToHashSet(StringComparer.Ordinal);
        return known.Count == 0
            ? []
            : nodes.Where(node => node.Workload is { } workload && workload != DrTags.Shared && !known.Contains(workload))
                .Select(node => Finding.Violation(node, $"workload {node.Workload} has no recovery manifest", OwnershipMarks.PathOf(node)));
    }
}
