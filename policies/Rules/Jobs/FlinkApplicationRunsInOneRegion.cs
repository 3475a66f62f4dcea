using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.KinesisAnalytics;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class FlinkApplicationRunsInOneRegion : AssessmentRule
{
    public override bool IsAboutPair => true;

    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var store in recovery.Stores.Where(store => store.Node.Type == KinesisAnalyticsTypes.Application && store.Workload.Length > 0))
        {
            foreach (var other in store.Members.Skip(1))
            {
                var twins = new ApplicationTwins(new FlinkApplication(store.Node), new FlinkApplication(other));
                if (JobResults.Meet(recovery, store.Workload, store.Node.Region, other.Region) && twins.RunsTwice is { } twice)
                {
                    yield return Finding.Of(twice) with { Workload = store.Workload };
                }

                if (twins.RunsNowhere(context.Estate) is { } nowhere)
                {
                    yield return Finding.Of(nowhere) with { Workload = store.Workload, Disruption = Disruption.Region };
                }
            }
        }
    }
}
