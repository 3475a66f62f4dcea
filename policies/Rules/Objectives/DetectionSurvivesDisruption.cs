using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class DetectionSurvivesDisruption : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var workload in recovery.Workloads.Where(workload => workload.Promise.HasStackOf("standby") && workload.Promise.HasStackOf("primary")))
        {
            var promise = workload.Promise;
            var switches = promise.Decide is { Within: null } || workload.Plan is not null;
            if (switches && promise.For(Disruption.Region).Rto is not null && workload.Signals == 0 && promise.Nodes is [var node, ..])
            {
                yield return Finding.Violation(node,
                    $"{promise.Workload}: no alarm outside {promise.Regions!.Primary} detects the loss of {promise.Regions!.Primary}") with
                {
                    Workload = promise.Workload,
                    Disruption = Disruption.Region,
                };
            }
        }
    }
}
