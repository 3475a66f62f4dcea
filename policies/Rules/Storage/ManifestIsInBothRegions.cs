using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ManifestIsInBothRegions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var manifests = context.Estate.OfType(SsmTypes.Parameter).Where(Manifest.IsManifest)
            .Select(node => (Node: node, Content: Manifest.Read(node)))
            .Where(manifest => manifest.Content is not null)
            .Select(manifest => (manifest.Node, Content: manifest.Content!.Value))
            .ToArray();
        var byName = manifests.ToLookup(manifest => manifest.Node["name"].Text ?? "", StringComparer.Ordinal);
        var pairs = context.Estate.Stacks
            .SelectMany(stack =>
                stack.Nodes.Select(node => node.Tag(DrTags.Pair)).OfType<string>().Distinct(StringComparer.Ordinal).Select(pair => (Pair: pair, Stack: stack)))
            .ToLookup(member => member.Pair, member => member.Stack, StringComparer.Ordinal);
        foreach (var (node, content) in manifests)
        {
            var other = content["role"].Text switch { "primary" => "standby", "standby" => "primary", _ => null };
            if (other is not null
                && !byName[node["name"].Text ?? ""].Any(twin => twin.Node.Stack != node.Stack && twin.Content["role"].Text == other)
                && pairs[content["pair"].Text ?? ""].Any(stack => stack != node.Stack))
            {
                yield return Finding.Violation(node, $"the stack of the {other} has no manifest of {content["workload"]}");
            }
        }
    }
}
