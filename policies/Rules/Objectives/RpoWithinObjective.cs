using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class RpoWithinObjective : StackRule
{
    protected override RuleDescriptor About => new(
        "Under each kind of disruption, a workload loses no more recent work than was promised, in the worst case.",
        Why: "Replication lag and backup intervals that nothing bounds lose more than the business agreed to lose.",
        Fix: "Bound the staleness of the copy that the derivation names (drctl check --explain WORKLOAD:DISRUPTION), add a fresher copy, or change the "
            + "objective with the business.",
        Severity.Critical, "A1 A3 T2 B1 B6", Level.Mandatory,
        Published: "ResilienceHub policy: per-disruption RTO/RPO (v1), ResilienceHub v2 composable policy");

    public override bool IsAboutPair => true;

    public override IEnumerable<Finding> Evaluate(RuleContext context) => ObjectiveFindings.Of(context, Measure.Rpo);
}
