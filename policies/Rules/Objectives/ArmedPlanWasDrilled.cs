using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class ArmedPlanWasDrilled : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        from workload in recovery.Workloads
        let plan = workload.Plan
        where plan is not null
        from activated in plan.Activated
        let finding = activated.Region is not { } region ? Finding.Unknown(plan.Node, activated.Trigger.Path)
            : ArmingEvidence.Missing(context.Settings, context.AsOf, workload.Name, region) is { } missing
                ? Finding.Violation(plan.Node, $"{workload.Name}: a trigger activates {region}, but {missing}", activated.Trigger.Path)
            : null
        where finding is not null
        select finding with { Workload = workload.Name, Disruption = Disruption.Region, Part = activated.Region };
}
