using DrInfra.Policies.Assessment;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class PlanIsArmedAsPromised : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var workload in recovery.Workloads)
        {
            if (workload.Plan is not { } plan || workload.Promise.IsArmed is not { } armed)
            {
                continue;
            }

            if (plan.TriggersUnknown)
            {
                yield return Finding.Unknown(plan.Node, "triggers");
            }
            else if (plan.Activated.Any() != armed)
            {
                yield return Finding.Violation(
                    plan.Node,
                    armed ? $"{workload.Name}: automaticFailover is armed, but the plan has no trigger"
                        : $"{workload.Name}: automaticFailover is observe, but the plan has triggers",
                    "triggers") with
                {
                    Workload = workload.Name,
                };
            }
        }
    }
}
