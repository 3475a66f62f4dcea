using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Recovery;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>SQS queues: over zones, with nothing in another Region but a twin that takes new messages.</summary>
internal sealed class QueueReader : IStoreReader
{
    private static readonly Dictionary<Disruption, string> NoCopy = new()
    {
        [Disruption.Account] = "SQS copies no messages to another account",
        [Disruption.Corruption] = "SQS keeps no earlier state of a queue",
    };

    public IReadOnlyList<string> Types { get; } = [SqsTypes.Queue];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var twins in RegionTwins.Of(context, context.Estate.OfType(SqsTypes.Queue)))
        {
            var home = twins[0];
            var workload = context.WorkloadOf(home);
            var (label, size, change) = context.Describe(workload, "queue", home, PhysicalName.Of(home) ?? "");
            var store = new Store(home, workload, "queue", label, home.Region) 
            {
                Members = twins,
                SizeGb = size,
                ChangeGbPerDay = change,
                NoCopyPossible = NoCopy,
            };
            var retention = InTransit.Retention(home, MessageRetention.Seconds(home), 1);
            yield return store with
            {
                Copies =
                [
                    ZoneCopy.Synchronous(store, "SQS"),
                    .. twins.Skip(1).Select(twin => InTransit.Twin(context, store, twin, retention, "ApproximateAgeOfOldestMessage", 1)),
                    new CopyBuilder("received messages", home.Region, home)
                        .Loses(Disruption.Region, "SQS copies nothing to another Region")
                        .Loses(Disruption.Corruption, "a queue keeps no deleted or purged messages")
                        .Build(),
                ],
            };
        }
    }
}
