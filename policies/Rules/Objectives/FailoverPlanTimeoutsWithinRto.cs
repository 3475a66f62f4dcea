using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class FailoverPlanTimeoutsWithinRto : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var recovery in context.Recovery.Value.Workloads)
        {
            // The signal before the plan stands in the other Region: without its stack nobody knows how long it takes.
            var (workload, promise) = (recovery.Name, recovery.Promise);
            if (recovery.Plan is not { } plan || promise.For(Disruption.Region).Rto is not { } rto || !promise.HasStackOf("primary") || !promise.HasStackOf("standby"))
            {
                continue;
            }

            var stated = plan.Node["recoveryTimeObjectiveMinutes"];
            if (stated.Number is { } goal && goal * 60 > rto.TotalSeconds)
            {
                yield return Finding.Violation(plan.Node, $"{workload}: the plan is measured by {Text(goal * 60)}, promised {Text(rto.TotalSeconds)}", stated.Path);
            }

            if (!plan.StepsKnown)
            {
                yield return Finding.Unknown(plan.Node, "workflows");
                continue;
            }

            var endless = plan.Steps.FirstOrDefault(step => step.Kind is not (PlanStepKind.OtherPlan or PlanStepKind.Other) && (step.Timeout.IsAbsent || step.Timeout.Number is <= 0));
            if (endless is not null)
            {
                yield return Finding.Violation(plan.Node, $"{workload}: step {endless.Id} has no time-out", endless.Timeout.Path);
                continue;
            }

            if (plan.Steps.FirstOrDefault(step => step.Timeout.IsUnknown) is { } unknown)
            {
                yield return Finding.Unknown(plan.Node, unknown.Timeout.Path);
                continue;
            }

            var path = CriticalPath.Of("time-outs", [.. plan.Steps.Select(step => new RecoveryStep(step.Id, Derivation.Leaf(step.Id, Figure.Exactly((step.Timeout.Number ?? 0) * 60, Basis.Enforced)), step.After))]);
            var around = recovery.AroundPlan;
            var total = path.Figure.Worst!.Value + around;
            if (double.IsFinite(total) && total > rto.TotalSeconds)
            {
                yield return Finding.Violation(
                    plan.Node,
                    $"{workload}: time-outs of {Text(path.Figure.Worst.Value)} with {Text(around)} before and after them, promised {Text(rto.TotalSeconds)}",
                    "workflows");
            }
        }
    }

    private static string Text(double seconds) => DurationText.Format(TimeSpan.FromSeconds(seconds));
}
