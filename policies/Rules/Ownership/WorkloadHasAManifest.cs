using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class WorkloadHasAManifest : StackRule
{
    public override string Description => "A workload that resources are tagged with has its recovery manifest in the same stack, or objectives in recovery.yaml.";

    public override string Why => "A workload without a promise is recovered last, and nobody can say whether what it has is enough.";

    public override string Fix => "Declare the parameter /dr/{pair}/{workload} with the workload's manifest in each stack.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["A1", "A2", "A3"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var promises = context.Recovery.Value.Promises;
        foreach (var stack in context.Estate.Stacks)
        {
            foreach (var group in stack.Nodes.Where(node => node.Workload is { } workload && workload != DrTags.Shared)
                .GroupBy(node => node.Workload!, StringComparer.Ordinal))
            {
                var promise = promises.For(group.Key);
                if (promise is null || (!promise.Nodes.Any(node => node.Stack == stack) && !Said(context.Settings, group.Key, promise.Tier)
                    && !promises.Unreadable.Any(unreadable => unreadable.Node.Stack == stack && unreadable.Node["name"].Text?.EndsWith("/" + group.Key, StringComparison.Ordinal) == true)))
                {
                    yield return Finding.Violation(group.MinBy(node => node.Urn, StringComparer.Ordinal)!, $"{group.Key} has no recovery manifest in stack {stack.Name}", "tags");
                }
            }
        }
    }

    private static bool Said(RecoverySettings settings, string workload, string tier) =>
        settings.Objectives.Any(entry => entry.Name == (entry.IsTier ? tier : workload));
}
