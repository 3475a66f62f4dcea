using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Operations;

/// <summary>The alarms on a workload's queues in one Region.</summary>
internal static class QueueAlarms
{
    /// <summary>Those that watch in either Region, whatever its home role is.</summary>
    public static IEnumerable<AlarmSpec> For(WorkloadSettings workload, QueueStore queue, StoreMetrics metrics)
    {
        var what = $"{queue.Name} of {workload.Name}";
        if (!queue.InBothRegions)
        {
            yield return Age(workload, queue, metrics);
        }

        yield return AlarmSpec.On($"{queue.Name}-dead-letters", metrics.DeadLetters(workload, queue)) with
        {
            Description = $"Consumers have given up messages of {what} here; they wait in its queue of dead letters",
        };
        if (!queue.InBothRegions)
        {
            yield break;
        }

        // A refusal is not tried again: one is enough.
        yield return AlarmSpec.On($"{queue.Name}-failed-deliveries", metrics.TopicFailures(workload, queue)) with
        {
            Description = $"SNS has given up messages of {what} that were published here: a Region does not have them",
            Statistic = "Sum",
        };
        if (queue.QuietFor is { } quiet)
        {
            // What stops without an error, as after a subscription was deleted, no failure tells of.
            yield return AlarmSpec.On($"{queue.Name}-arrivals", metrics.QueueArrivals(workload, queue)) with
            {
                Description = $"No message of {what} has reached this Region for {DurationText.Format(quiet)}, whichever Region it was published in",
                Statistic = "Sum",
                Comparison = "LessThanThreshold",
                Threshold = 1,
                PeriodSeconds = (int)quiet.TotalSeconds,
                Missing = MissingData.Breaching,
            };
        }
    }

    /// <summary>
    /// Those that watch consumers of a queue that both Regions have. They are where consumers run: in a standby the queue fills on purpose. In the
    /// primary they ring from a failover until the failback.
    /// </summary>
    public static IReadOnlyList<AlarmSpec> OfConsumers(
        PairIdentity pair, WorkloadSettings workload, string region, StackRole role, Activation activation) =>
        role == StackRole.Primary || activation == Activation.Active
            ? [.. workload.Queues.Where(queue => queue.InBothRegions).Select(queue => Age(workload, queue, new StoreMetrics(pair, region)))]
            : [];

    private static AlarmSpec Age(WorkloadSettings workload, QueueStore queue, StoreMetrics metrics) =>
        AlarmSpec.On($"{queue.Name}-age", metrics.QueueAge(workload, queue)) with
        {
            Description = $"A message of {queue.Name} of {workload.Name} has waited here for too long: its consumers are late, or do not run",
            Threshold = QueueTimes.LateAfter(workload.Tier, queue.InBothRegions).TotalSeconds,
        };
}
