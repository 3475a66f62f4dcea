using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class ScheduledJobRunsInOneRegion : AssessmentRule
{
    public override bool IsAboutPair => true;

    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var workload in recovery.Workloads)
        {
            foreach (var twins in workload.Schedules)
            {
                if (JobResults.Meet(recovery, workload.Name, twins.Here.Node.Region, twins.There.Node.Region) && twins.RunsTwice(context.Estate) is { } twice)
                {
                    yield return Finding.Of(twice) with { Workload = workload.Name };
                }

                if (twins.RunsNowhere(context.Estate) is { } nowhere)
                {
                    yield return Finding.Of(nowhere) with { Workload = workload.Name, Disruption = Disruption.Region };
                }
            }
        }
    }
}
