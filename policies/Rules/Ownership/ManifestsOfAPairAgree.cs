using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ManifestsOfAPairAgree : StackRule
{
    public override string Description => "The manifests of a workload in the stacks of a pair say the same, but for the role.";

    public override string Why => "Two stacks that promise different things were deployed from different settings; after a failover the other promise holds.";

    public override string Fix => "Deploy both stacks from the same settings.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["A3", "A4"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var promise in context.Recovery.Value.Promises.All.Where(promise => promise.Nodes.Count > 1))
        {
            var manifests = promise.Nodes.Select(node => (Node: node, Text: WithoutRole(Promises.Read(node).Manifest))).ToArray();
            foreach (var (node, _) in manifests.Skip(1).Where(other => other.Text != manifests[0].Text))
            {
                yield return Finding.Violation(node, $"the manifest of {promise.Workload} differs from that of stack {manifests[0].Node.Stack.Name}");
            }
        }
    }

    private static string? WithoutRole(RecoveryManifest? manifest) => manifest is null ? null : (manifest with { Role = "" }).ToJson();
}
