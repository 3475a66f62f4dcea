using DrInfra.Policies.Aws.Synthetics;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryRunsEveryFewMinutes() : ResourceRule(SyntheticsTypes.Canary)
{
    private const string LongestInterval = "longestIntervalMinutes";

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var expression = new Canary(node).Schedule;
        if (expression.IsUnknown)
        {
            yield return Verdict.Unknown(expression.Path);
        }
        else if (CanarySchedule.Interval(expression.Text ?? "") is not { } interval)
        {
            yield return Verdict.Violation($"the schedule is {expression}, an expression such as rate(1 minute) needed", expression.Path);
        }
        else if (interval <= TimeSpan.Zero)
        {
            yield return Verdict.Violation("the canary runs only once", expression.Path);
        }
        else if (interval.TotalMinutes > parameters[LongestInterval])
        {
            yield return Verdict.Violation($"it runs every {interval.TotalMinutes} minutes, {parameters[LongestInterval]} needed", expression.Path);
        }
    }
}
