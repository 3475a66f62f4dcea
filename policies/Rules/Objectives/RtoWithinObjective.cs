using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class RtoWithinObjective : StackRule
{
    protected override RuleDescriptor About => new(
        "Under each kind of disruption, a workload serves again within the time that it was promised, in the worst case.",
        Why: "A promise that no mechanism keeps is found out on the day of the disaster.",
        Fix: "Shorten the longest step of the derivation (drctl check --explain WORKLOAD:DISRUPTION), bound it in recovery.yaml, or change the objective "
            + "with the business.",
        Severity.Critical, "A1 A3 T2 F3", Level.Mandatory,
        Published: "AURORA_MEETS_RESTORE_TIME_TARGET, ResilienceHub policy: per-disruption RTO/RPO (v1), ResilienceHub v2 composable policy");

    public override bool IsAboutPair => true;

    public override IEnumerable<Finding> Evaluate(RuleContext context) => ObjectiveFindings.Of(context, Measure.Rto);
}
