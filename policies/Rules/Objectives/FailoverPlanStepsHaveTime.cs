using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class FailoverPlanStepsHaveTime : StackRule
{
    public override string Description => "Each step of a workload's failover plan has at least the time that it takes at worst after the loss of the Region.";

    public override string Why => "A step that is cut off fails the plan in the middle of a failover: the data is promoted or half promoted, and traffic stays where nothing answers.";

    public override string Fix => "Raise the step's timeoutMinutes to what its derivation says (`drctl check --explain WORKLOAD:region`), or shorten the step.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["F3", "A3"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var recovery = context.Recovery.Value;
        foreach (var (workload, steps) in recovery.PlanSteps.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // What a promotion takes is said by the stack of the Region that is promoted.
            if (recovery.Promises.For(workload) is not { } promise || !promise.HasStackOf("primary") || !promise.HasStackOf("standby"))
            {
                continue;
            }

            foreach (var (step, takes) in steps)
            {
                var figure = takes.Figure;
                var needed = figure.Worst is { } worst && double.IsFinite(worst) ? worst : figure.Typical;
                if (needed is { } seconds && double.IsFinite(seconds) && step.Timeout.Number is { } minutes and > 0 && minutes * 60 < seconds)
                {
                    yield return Finding.Violation(
                        recovery.Plans[workload].Node,
                        $"{workload}: step {step.Id} is cut off after {DurationText.Format(TimeSpan.FromMinutes(minutes))} and takes up to {DurationText.Format(TimeSpan.FromSeconds(Math.Ceiling(seconds)))}",
                        step.Timeout.Path);
                }
            }
        }
    }
}
