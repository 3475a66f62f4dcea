using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class RtoWithinObjective : StackRule
{
    public override string Description => "Under each kind of disruption, a workload serves again within the time that it was promised, in the worst case.";

    public override string Why => "A promise that no mechanism keeps is found out on the day of the disaster.";

    public override string Fix => "Shorten the longest step of the derivation (drctl check --explain WORKLOAD:DISRUPTION), bound it in recovery.yaml, or change the objective with the business.";

    public override Severity Severity => Severity.Critical;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["A1", "A3", "T2", "F3"];

    public override IReadOnlyList<string> Also => ["AURORA_MEETS_RESTORE_TIME_TARGET", "ResilienceHub policy: per-disruption RTO/RPO (v1)", "ResilienceHub v2 composable policy"];

    public override bool IsAboutPair => true;

    public override IEnumerable<Finding> Evaluate(RuleContext context) => ObjectiveFindings.Of(context, Measure.Rto);
}
