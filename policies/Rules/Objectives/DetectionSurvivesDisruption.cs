using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class DetectionSurvivesDisruption : StackRule
{
    protected override RuleDescriptor About => new(
        "A workload that fails over by a plan or by itself has a signal of the loss of its Region that stands in another Region.",
        Why: "An alarm in the Region that failed tells nobody; the failover starts when somebody calls.",
        Fix: "Declare, in the standby Region, a canary on the primary's name with an alarm that takes missing data for breaching, or such an alarm on a "
            + "replication metric.",
        Severity.Critical, "F3 F6 H7 I3", Level.Mandatory);

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var workload in context.Recovery.Value.Workloads.Where(workload => workload.Promise.HasStackOf("standby") && workload.Promise.HasStackOf("primary")))
        {
            var promise = workload.Promise;
            var switches = promise.Decide is { Within: null } || workload.Plan is not null;
            if (switches && promise.For(Disruption.Region).Rto is not null && workload.Signals == 0 && promise.Nodes is [var node, ..])
            {
                yield return Finding.Violation(node, $"{promise.Workload}: no alarm outside {promise.Regions!.Primary} tells of its loss") with
                {
                    Workload = promise.Workload,
                    Disruption = Disruption.Region,
                };
            }
        }
    }
}
