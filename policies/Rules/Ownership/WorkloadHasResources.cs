using DrInfra.Policies.Assessment;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class WorkloadHasResources : StackRule
{
    protected override RuleDescriptor About => new(
        "A workload that recovery.yaml or a manifest names has resources: its patterns match some, or some are tagged with its name.",
        Why: "Where nothing is of a workload, nothing is judged: its data may be there under another name, with no copy at all.",
        Fix: "Correct the patterns (a URN holds the type, which a new version of a provider may change) or the tag dr:workload, or take the workload out.",
        Severity.Critical, "A2 A1", Level.Mandatory);

    public override bool IsAboutPair => true;

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        // What is of a workload may all be in the primary's stack, which was not given.
        foreach (var workload in context.Recovery.Value.Workloads.Where(workload => !workload.HasResources && workload.Promise.HasStackOf("primary")))
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
            ? $"{file}, line {objectives.Line} promises for it, and no resource is tagged dr:workload {promise.Workload} or matched by a pattern under workloads"
            : $"beside its manifest, no resource is tagged dr:workload {promise.Workload}";
    }
}
