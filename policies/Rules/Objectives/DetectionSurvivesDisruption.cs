using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class DetectionSurvivesDisruption : StackRule
{
    public override string Description => "A workload that fails over by a plan or by itself has a signal of the loss of its Region that stands in another Region.";

    public override string Why => "An alarm in the Region that failed tells nobody; the failover starts when somebody calls.";

    public override string Fix => "Declare, in the standby Region, a canary on the primary's name with an alarm that takes missing data for breaching, or such an alarm on a replication metric.";

    public override Severity Severity => Severity.Critical;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["F3", "F6", "H7", "I3"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var recovery = context.Recovery.Value;
        foreach (var promise in recovery.Promises.All.Where(promise => promise.HasStackOf("standby") && promise.HasStackOf("primary")))
        {
            var switches = promise.Decide is { Within: null } || recovery.Plans.ContainsKey(promise.Workload);
            if (switches && promise.For(Disruption.Region).Rto is not null && recovery.Signals.GetValueOrDefault(promise.Workload, 0) == 0 && promise.Nodes is [var node, ..])
            {
                yield return Finding.Violation(node, $"{promise.Workload}: no alarm outside {promise.Regions!.Primary} tells of its loss");
            }
        }
    }
}
