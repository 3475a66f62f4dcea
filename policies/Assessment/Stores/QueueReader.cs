using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Sqs;
using DrInfra.Recovery;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// SQS queues: over zones, and in another Region a twin that takes new messages, or one that a topic fills with the same messages. Queues of what
/// failed are no stores of their own: people look at what is in them.
/// </summary>
internal sealed class QueueReader : IStoreReader
{
    private static readonly Dictionary<Disruption, string> NoCopy = new()
    {
        [Disruption.Account] = "SQS copies no messages to another account, and AWS Backup takes no queues",
        [Disruption.Corruption] = "SQS keeps no earlier state of a queue, and AWS Backup takes no queues",
    };

    public IReadOnlyList<string> Types { get; } = [SqsTypes.Queue];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var failed = DeadLetters.Targets(context.Estate);
        foreach (var twins in FedTogether(context, RegionTwins.Of(context, context.Estate.OfType(SqsTypes.Queue).Where(queue => !failed.Contains(queue)))))
        {
            var home = Home(context, twins);
            var workload = context.WorkloadOf(home);
            var (label, size, change) = context.Describe(workload, "queue", home, PhysicalName.Of(home) ?? "");
            var store = new Store(home, workload, "queue", label, home.Region)
            {
                Members = [home, .. twins.Where(queue => queue != home)],
                SizeGb = size,
                ChangeGbPerDay = change,
                NoCopyPossible = NoCopy,
            };
            var retention = InTransit.Retention(home, MessageRetention.Seconds(home), 1);
            FedCopy[] fed = [.. store.Members.Skip(1).Select(twin => FedCopy.Of(context, store, twin)).OfType<FedCopy>()];
            yield return store with
            {
                CatchUp = fed.FirstOrDefault(copy => copy.Copy.Uses.ContainsKey(Disruption.Region))?.CatchUp,
                Copies =
                [
                    ZoneCopy.Synchronous(store, "SQS"),
                    .. fed.Select(copy => copy.Copy),
                    .. store.Members.Skip(1).Select(twin => InTransit.Twin(context, store, twin, retention, "ApproximateAgeOfOldestMessage", 1)),
                    new CopyBuilder("received messages", home.Region, home)
                        .Loses(Disruption.Region, "SQS copies nothing to another Region")
                        .Loses(Disruption.Corruption, "a queue keeps no deleted or purged messages")
                        .Build(),
                ],
            };
        }
    }

    // Where nobody says which Region it is: that of a topic that feeds them, since there producers are.
    private static Node Home(StoreContext context, IReadOnlyList<Node> twins) => context.PromiseOf(context.WorkloadOf(twins[0]))?.Regions is null
        ? twins.OrderByDescending(queue => QueueFeed.Into(context.Estate, queue).Any(feed => feed.Topic.Region == queue.Region)).First()
        : twins[0];

    // Queues of two Regions that one topic feeds stand in for each other, whatever they are called.
    private static IEnumerable<IReadOnlyList<Node>> FedTogether(StoreContext context, IEnumerable<IReadOnlyList<Node>> groups)
    {
        var alone = new List<Node>();
        foreach (var twins in groups)
        {
            if (twins.Count > 1)
            {
                yield return twins;
            }
            else
            {
                alone.Add(twins[0]);
            }
        }

        while (alone.Count > 0)
        {
            var queue = alone[0];
            var topics = QueueFeed.Into(context.Estate, queue).Select(feed => feed.Topic).ToHashSet();
            var twin = alone.Skip(1).FirstOrDefault(other => other.Region is not null && other.Region != queue.Region
                && context.WorkloadOf(other) == context.WorkloadOf(queue) && QueueFeed.Into(context.Estate, other).Any(feed => topics.Contains(feed.Topic)));
            alone.RemoveAll(node => node == queue || node == twin);
            yield return twin is null ? [queue] : RegionTwins.HomeFirst(context, [queue, twin]);
        }
    }
}
