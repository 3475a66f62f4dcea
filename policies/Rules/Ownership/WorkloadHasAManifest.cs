using DrInfra.Policies.Assessment;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class WorkloadHasAManifest : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        var promises = recovery.Promises;
        foreach (var stack in context.Estate.Stacks)
        {
            foreach (var group in stack.Nodes.Where(node => node.Workload is { } workload && workload != DrTags.Shared)
                .GroupBy(node => node.Workload!, StringComparer.Ordinal))
            {
                var promise = promises.For(group.Key);
                if (promise is null || (!promise.Nodes.Any(node => node.Stack == stack) && !Said(context.Settings, group.Key, promise.Tier)
                    && !promises.Unreadable.Any(unreadable =>
                        unreadable.Node.Stack == stack && unreadable.Node["name"].Text?.EndsWith("/" + group.Key, StringComparison.Ordinal) == true)))
                {
                    yield return Finding.Violation(
                        group.MinBy(node => node.Urn, StringComparer.Ordinal)!, $"{group.Key} has no recovery manifest in stack {stack.Name}", "tags");
                }
            }
        }
    }

    private static bool Said(RecoverySettings settings, string workload, string tier) =>
        settings.Objectives.Any(entry => entry.Name == (entry.IsTier ? tier : workload));
}
