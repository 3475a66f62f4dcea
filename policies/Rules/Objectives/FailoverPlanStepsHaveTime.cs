using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class FailoverPlanStepsHaveTime : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var workload in recovery.Workloads)
        {
            // What a promotion takes is said by the stack of the Region that is promoted.
            if (workload.Plan is not { } plan || !workload.Promise.HasStackOf("primary") || !workload.Promise.HasStackOf("standby"))
            {
                continue;
            }

            foreach (var (step, takes) in workload.PlanSteps)
            {
                var figure = takes.Figure;
                var needed = figure.Worst is { } worst && double.IsFinite(worst) ? worst : figure.Typical;
                if (needed is { } seconds && double.IsFinite(seconds) && step.Timeout.Number is { } minutes and > 0 && minutes * UnitsOfTime.Minute < seconds)
                {
                    yield return Finding.Violation(
                        plan.Node,
                        $"{workload.Name}: step {step.Id} times out after {DurationText.Format(TimeSpan.FromMinutes(minutes))} but takes up to "
                            + $"{DurationText.Format(TimeSpan.FromSeconds(Math.Ceiling(seconds)))}",
                        step.Timeout.Path);
                }
            }
        }
    }
}
