using DrInfra.Policies.Aws.Sqs;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// A queue of another Region that a topic fills with the messages of the one at home. It holds all of them for as long as it keeps messages: those
/// that were processed come again, and those that wait longer than it keeps them are in neither.
/// </summary>
/// <param name="CatchUp">What consumers do first there.</param>
internal sealed record FedCopy(Copy Copy, Derivation CatchUp)
{
    /// <summary>Null where no topic feeds both.</summary>
    public static FedCopy? Of(StoreContext context, Store store, Node twin)
    {
        var feeds = Feeds(context.Estate, store.Node, twin);
        if (feeds.Count == 0)
        {
            return null;
        }

        var copy = new CopyBuilder("messages that a topic delivers to both Regions", twin.Region, twin)
            .Loses(Disruption.Corruption, "it has the same messages, and what is wrong with them")
            .Loses(Disruption.Account, "the account can delete it");
        var kept = InTransit.Retention(twin, MessageRetention.Seconds(twin), 1);
        var lost = twin.Region is null || twin.Region == store.Home ? (Reason?)$"it is in {twin.Region ?? "one Region"} too"
            : Unfed(context.Estate, store.Node, feeds)
            ?? Reason.Deciding(OfProducers(store.Node, feeds).SelectMany(pair => pair.There.Refusals(context.Estate).Concat(Left(pair))))
            ?? RegionReplica.KeyLost(context, twin, twin.Input("kmsMasterKeyId"), twin.Region)
            ?? Expired(context, store, twin, kept);
        return new FedCopy(
            (lost is null ? copy.Survives(Disruption.Region, Missing(context, store, twin, kept), Reached(context.Estate, twin))
                : copy.Loses(Disruption.Region, lost)).Build(),
            Backlog(context, store, twin, kept));

        static IEnumerable<Reason> Left((QueueFeed Here, QueueFeed There) pair) => pair.There.LeavesOut(pair.Here) is { } reason ? [reason] : [];
    }

    /// <summary>The feeds of each topic that fills both queues.</summary>
    public static IReadOnlyList<(QueueFeed Here, QueueFeed There)> Feeds(Estate estate, Node home, Node twin) =>
    [
        .. from here in QueueFeed.Into(estate, home)
           from there in QueueFeed.Into(estate, twin)
           where here.Topic == there.Topic
           select (here, there),
    ];

    /// <summary>Seconds that messages must be kept until consumers of the other Region reach them: the promised RTO, else the decision.</summary>
    public static double UsedWithin(Promise? promise) =>
        (promise?.For(Disruption.Region).Rto ?? promise?.Decide?.Within ?? promise?.DecideUntilArmed ?? TimeSpan.Zero).TotalSeconds;

    // Producers at home publish to a topic of their Region, where there is one.
    private static IEnumerable<(QueueFeed Here, QueueFeed There)> OfProducers(Node home, IReadOnlyList<(QueueFeed Here, QueueFeed There)> feeds) =>
        feeds.Any(pair => pair.Here.Topic.Region == home.Region) ? feeds.Where(pair => pair.Here.Topic.Region == home.Region) : feeds;

    private static Reason? Unfed(Estate estate, Node home, IReadOnlyList<(QueueFeed Here, QueueFeed There)> feeds) =>
        QueueFeed.Into(estate, home).Select(feed => feed.Topic)
            .FirstOrDefault(topic => topic.Region == home.Region && !feeds.Any(pair => pair.Here.Topic == topic)) is { } alone
            ? new Reason($"the topic {alone.Name} does not feed it", alone)
            : null;

    private static Reason? Expired(StoreContext context, Store store, Node twin, Derivation kept) =>
        UsedWithin(context.PromiseOf(store.Workload)) is var used && kept.Figure.Worst < used
            ? new Reason(
                $"it keeps messages for {DurationText.Format(TimeSpan.FromSeconds(kept.Figure.Worst!.Value))}, and a failover may take "
                    + $"{DurationText.Format(TimeSpan.FromSeconds(used))}: they expire before anybody receives them", twin, "messageRetentionSeconds")
            : null;

    private static Derivation Missing(StoreContext context, Store store, Node twin, Derivation kept)
    {
        var delivery = context.Estimates.Duration(
            $"published and not yet delivered; SNS goes on trying for {FactBook.Number("sns-sqs-retries")} days", "sns-delivery", store.Workload, store.Label,
            twin.Urn);
        var again = Derivation.Nothing("messages of the retention come again, in no order", Known(context, store));
        var watched = InTransit.Watched(context, store, "ApproximateAgeOfOldestMessage", 1);
        var waits = watched?.Figure.Worst + UsedWithin(context.PromiseOf(store.Workload));
        return kept.Figure.IsUnknown || waits is null || waits > kept.Figure.Worst
            ? Derivation.Sum(
                "messages that neither Region has", delivery, again,
                Derivation.Bounded(
                    watched is null ? "no alarm tells how long messages wait, so they may expire first" : "messages that expire while they wait",
                    Derivation.Leaf("messages that usually wait", Figure.Typically(0), new Source(SourceKind.Definition, "consumers keep up")), kept))
            : Derivation.Sum("messages that the other Region does not have", delivery, again);
    }

    private static string Known(StoreContext context, Store store) =>
        context.PromiseOf(store.Workload)?.Manifest?.Stores
            .FirstOrDefault(entry => entry.Kind == store.Kind && entry.Name == store.Label)?.DeduplicateBy is { } key
            ? $"consumers recognize them by {key}"
            : "nothing says that consumers recognize them";

    // Producers of the other Region publish to a topic of theirs.
    private static Derivation Reached(Estate estate, Node twin)
    {
        const string Label = "new messages reach the queue";
        QueueFeed[] own = [.. QueueFeed.Into(estate, twin).Where(feed => feed.Topic.Region == twin.Region)];
        return own.Length == 0
                ? Derivation.Leaf(
                    Label, Figure.Unknown,
                    new Source(SourceKind.Definition, $"no topic in {twin.Region} feeds it, and nothing declared says where producers there send"))
            : Reason.Deciding(own.SelectMany(feed => feed.Refusals(estate))) switch
            {
                null => Derivation.Nothing("the queue is filled as before", $"a topic in {twin.Region} feeds it too"),
                { IsUnknown: true } unknown => UnknownReason.Leaf(Label, unknown),
                var refused => Derivation.Never(
                    Label, refused.Text, refused.Node is { } node ? [new Source(SourceKind.Cause, refused.Text, node.Urn, Property: refused.Property)] : []),
            };
    }

    private static Derivation Backlog(StoreContext context, Store store, Node twin, Derivation kept) =>
        store.ChangeGbPerDay is { } change && kept.Figure.Worst is { } seconds
            ? context.Estimates.Transfer(
                "consumers work through what both Regions got",
                Derivation.Quantity(
                    "messages of the retention", change * seconds / UnitsOfTime.Day, "GB", Basis.Enforced,
                    new Source(SourceKind.Promise, $"stores.{store.Label}.changeGbPerDay", context.ManifestOf(store.Workload)),
                    new Source(SourceKind.Property, "messageRetentionSeconds", twin.Urn)),
                "queue-drain-rate", store.Workload, store.Label)
            : Derivation.Leaf(
                "consumers work through what both Regions got", Figure.Unknown,
                new Source(SourceKind.Definition, "no manifest states how many messages come in a day"));
}
