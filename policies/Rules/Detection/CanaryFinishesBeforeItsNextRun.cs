using DrInfra.Policies.Aws.Synthetics;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryFinishesBeforeItsNextRun() : ResourceRule(SyntheticsTypes.Canary)
{
    private static readonly double ShortestSeconds = FactBook.Least("synthetics-run");
    private static readonly double LongestSeconds = FactBook.Most("synthetics-run");

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var timeout = node["runConfig"]["timeoutInSeconds"];
        if (timeout.IsUnknown)
        {
            return [Verdict.Unknown(timeout.Path)];
        }

        // Not stated, the run may last as long as the interval (the service's default).
        if (timeout.IsAbsent)
        {
            return [Verdict.Violation("no timeout is set, so a run can last as long as the interval", timeout.Path)];
        }

        var interval = CanarySchedule.Interval(new Canary(node).Schedule.Text ?? "")?.TotalSeconds ?? LongestSeconds;
        return timeout.Number is { } seconds && seconds >= ShortestSeconds && seconds < Math.Min(interval <= 0 ? LongestSeconds : interval, LongestSeconds + 1)
            ? [Verdict.Compliant]
            : [Verdict.Violation(
                $"a run times out after {timeout} seconds, at least {ShortestSeconds} and less than the interval of {interval} needed", timeout.Path)];
    }
}
