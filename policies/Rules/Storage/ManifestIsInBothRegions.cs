using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ManifestIsInBothRegions : StackRule
{
    public override string Description => "Each workload's manifest is in its primary and in its standby Region.";

    public override string Why => "A failover runs in the Region that is left, and reads the manifest there.";

    public override string Fix => "Declare the manifest in both stacks of the pair, each with the provider of its own Region.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["A1", "H5"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var manifests = context.Estate.OfType(Manifest.ParameterType).Where(Manifest.IsManifest)
            .Select(node => (Node: node, Content: Manifest.Read(node)))
            .Where(manifest => manifest.Content is not null)
            .Select(manifest => (manifest.Node, Content: manifest.Content!.Value))
            .ToArray();
        foreach (var (node, content) in manifests)
        {
            var other = content["role"].Text switch { "primary" => "standby", "standby" => "primary", _ => null };
            if (other is not null
                && !Array.Exists(manifests, twin => twin.Node.Stack != node.Stack && twin.Node["name"].Text == node["name"].Text && twin.Content["role"].Text == other)
                && OtherStacks(context.Estate, node, content["pair"].Text).Any())
            {
                yield return Finding.Violation(node, $"the stack of the {other} has no manifest of {content["workload"]}");
            }
        }
    }

    // The other stack of the pair, where it is judged together with this one.
    private static IEnumerable<StackGraph> OtherStacks(Estate estate, Node node, string? pair) =>
        estate.Stacks.Where(stack => stack != node.Stack && stack.Nodes.Any(other => pair is not null && other.Tag(DrTags.Pair) == pair));
}
