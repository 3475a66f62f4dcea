using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class FailoverPlanTimeoutsWithinRto : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var workload in recovery.Workloads)
        {
            // The signal before the plan stands in the other Region: without its stack nobody knows how long it takes.
            var (name, promise) = (workload.Name, workload.Promise);
            if (workload.Plan is not { } plan || promise.For(Disruption.Region).Rto is not { } rto || !promise.HasStackOf("primary")
                || !promise.HasStackOf("standby"))
            {
                continue;
            }

            var stated = plan.Node["recoveryTimeObjectiveMinutes"];
            if (stated.Number is { } goal && goal * UnitsOfTime.Minute > rto.TotalSeconds)
            {
                yield return Finding.Violation(plan.Node,
                    $"{name}: the plan states an RTO of {Text(goal * UnitsOfTime.Minute)}, promised {Text(rto.TotalSeconds)}", stated.Path);
            }

            if (!plan.StepsKnown)
            {
                yield return Finding.Unknown(plan.Node, "workflows");
                continue;
            }

            var endless = plan.Steps.FirstOrDefault(step =>
                step.Kind is not (PlanStepKind.OtherPlan or PlanStepKind.Other) && (step.Timeout.IsAbsent || step.Timeout.Number is <= 0));
            if (endless is not null)
            {
                yield return Finding.Violation(plan.Node, $"{name}: step {endless.Id} has no timeout", endless.Timeout.Path);
                continue;
            }

            if (plan.Steps.FirstOrDefault(step => step.Timeout.IsUnknown) is { } unknown)
            {
                yield return Finding.Unknown(plan.Node, unknown.Timeout.Path);
                continue;
            }

            var path = CriticalPath.Of(
                "time-outs",
                [.. plan.Steps.Select(step =>
                    new RecoveryStep(step.Id, Derivation.Leaf(step.Id, Figure.Exactly((step.Timeout.Number ?? 0) * UnitsOfTime.Minute, Basis.Enforced)),
                        step.After))]);
            var around = workload.AroundPlan;
            var total = path.Figure.Worst!.Value + around;
            if (double.IsFinite(total) && total > rto.TotalSeconds)
            {
                yield return Finding.Violation(
                    plan.Node,
                    $"{name}: timeouts of {Text(path.Figure.Worst.Value)}, and {Text(around)} before and after them, promised {Text(rto.TotalSeconds)}",
                    "workflows");
            }
        }
    }

    private static string Text(double seconds) => DurationText.Format(TimeSpan.FromSeconds(seconds));
}
