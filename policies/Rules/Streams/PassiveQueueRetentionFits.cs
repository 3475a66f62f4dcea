using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Streams;

public sealed class PassiveQueueRetentionFits : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var (store, home, twin) in FedTwins.In(context.Estate, recovery))
        {
            var used = FedCopy.UsedWithin(recovery.Promises.For(store.Workload));
            if (used == 0)
            {
                continue;
            }

            var kept = MessageRetention.Seconds(twin);
            if (kept.IsUnknown)
            {
                yield return Finding.Unknown(twin, kept.Property.Path);
                continue;
            }

            var watched = new WatchedStores(context.Estate).Of(home).Where(found => found.Metric.Name == QueueMetrics.Age)
                .Select(found => AlarmIndex.Watched(found.Alarm, 1)?.Figure.Worst).OfType<double>().Order().FirstOrDefault();
            var needed = used + watched;
            var limit = needed + (context.Parameters["marginHours"] * UnitsOfTime.Hour);
            if (kept.Value < needed)
            {
                yield return Finding.Violation(
                    twin, $"it keeps messages for {Text(kept.Value)}, but they are received after up to {Text(needed)}", kept.Property.Path);
            }
            else if (kept.Value > limit)
            {
                yield return Finding.Violation(
                    twin, $"it keeps messages for {Text(kept.Value)}, and a failover needs {Text(needed)}: what was processed long ago comes again",
                    kept.Property.Path);
            }
        }
    }

    private static string Text(double seconds) => DurationText.Format(TimeSpan.FromSeconds(seconds));
}
