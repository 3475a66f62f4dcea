using DrInfra.Policies.Assessment;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class WorkloadHasResources : AssessmentRule
{
    public override bool IsAboutPair => true;

    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        // What is of a workload may all be in the primary's stack, which was not given.
        foreach (var workload in recovery.Workloads.Where(workload => !workload.HasResources && workload.Promise.HasStackOf("primary")))
        {
            // The operator's own file is meant for these stacks, whosever they are: so it is no stranger's.
            var node = workload.Promise.Nodes is [var manifest, ..] ? manifest : null;
            yield return new Finding(node, Verdict.Violation($"{workload.Name}: {Where(context.Settings, workload.Promise)}")) { Workload = workload.Name };
        }
    }

    private static string Where(RecoverySettings settings, Promise promise)
    {
        var file = settings.Source ?? "recovery.yaml";
        return settings.Workloads.FirstOrDefault(entry => entry.Name == promise.Workload) is { } entry
            ? $"{file}, line {entry.Line}: no resource matches {string.Join(" or ", entry.Resources)}"
            : settings.Objectives.FirstOrDefault(entry => !entry.IsTier && entry.Name == promise.Workload) is { } objectives
            ? $"{file}, line {objectives.Line} has objectives for it, but no resource is tagged dr:workload {promise.Workload} or matched by a pattern under "
                + $"workloads"
            : $"no resource other than its manifest is tagged dr:workload {promise.Workload}";
    }
}
