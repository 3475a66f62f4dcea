using DrInfra.Policies.Aws.Synthetics;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CanaryFinishesBeforeItsNextRun : ResourceRule
{
    private const double ShortestSeconds = 3;
    private const double LongestSeconds = 840;

    public override string Description => "A canary's run times out before the next one begins.";

    public override string Why => "A run that hangs on a lost Region reports its failure only when it times out: longer than the interval, detection is later than the schedule says.";

    public override string Fix => "Set runConfig.timeoutInSeconds to less than the interval, at least 3.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["F6"];

    public override IReadOnlyList<string> AppliesTo => [SyntheticsTypes.Canary];

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
            return [Verdict.Violation("no time-out is stated: a run may last as long as the interval", timeout.Path)];
        }

        var interval = CanarySchedule.Interval(new Canary(node).Schedule.Text ?? "")?.TotalSeconds ?? LongestSeconds;
        return timeout.Number is { } seconds && seconds >= ShortestSeconds && seconds < Math.Min(interval <= 0 ? LongestSeconds : interval, LongestSeconds + 1)
            ? [Verdict.Compliant]
            : [Verdict.Violation($"a run times out after {timeout} seconds, at least {ShortestSeconds} and less than the interval of {interval} needed", timeout.Path)];
    }
}
