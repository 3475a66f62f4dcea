using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Aws.Sqs;

/// <summary>A subscription through which a topic fills a queue.</summary>
internal sealed record QueueFeed(Node Subscription, Node Topic, Node Queue)
{
    private static readonly string[] Ways = ["filterPolicy", "filterPolicyScope", "rawMessageDelivery"];

    /// <summary>Those whose topic and queue are in the graphs.</summary>
    public static IReadOnlyList<QueueFeed> AllIn(Estate estate) =>
        estate.Once<IReadOnlyList<QueueFeed>>(static estate => [.. Read(estate)]);

    public static IEnumerable<QueueFeed> Into(Estate estate, Node queue) => AllIn(estate).Where(feed => feed.Queue == queue);

    /// <summary>Whether a topic that fills a queue fills one of another Region too.</summary>
    public static bool CrossesRegions(Estate estate, Node queue) =>
        Into(estate, queue).Any(feed => AllIn(estate).Any(other => other.Topic == feed.Topic && other.Queue.Region != queue.Region));

    /// <summary>Whether a topic is for queues, and not for people: it feeds some, and nobody else is subscribed.</summary>
    public static bool IsForQueues(Estate estate, Node topic)
    {
        var subscriptions = estate.UsersOf(topic, SnsTypes.TopicSubscription, "topic");
        return subscriptions.Count > 0 && subscriptions.All(subscription => subscription["protocol"].Text == "sqs");
    }

    /// <summary>The queue for what cannot be delivered; absent where the subscription names none.</summary>
    public Prop Redrive => Subscription["redrivePolicy"];

    /// <summary>Why messages do not arrive.</summary>
    public IEnumerable<Reason> Refusals(Estate estate)
    {
        foreach (var refusal in QueuePolicies.Refusals(estate, Queue, Topic))
        {
            yield return refusal;
        }

        if (Queue["fifoQueue"].Flag == true && Topic["fifoTopic"].Flag != true)
        {
            yield return new Reason($"a FIFO queue takes no messages of the standard topic {Topic.Name}", Subscription, "endpoint");
        }
        else if (Topic["fifoTopic"].Flag == true && Topic.Region != Queue.Region)
        {
            yield return Reason.Uncertain("no documentation says that a FIFO topic delivers to another Region", Subscription, "topic");
        }
    }

    /// <summary>In what it and another feed of the topic differ: what one queue gets, the other does not get, or gets in another form.</summary>
    public IEnumerable<Prop> DifferencesFrom(QueueFeed other) =>
        Ways.Select(way => (Own: Subscription[way], Other: other.Subscription[way]))
            .Where(pair => pair.Own.IsUnknown || pair.Other.IsUnknown || Stated(pair.Own) != Stated(pair.Other))
            .Select(pair => pair.Own.IsAbsent ? Prop.Root(null, pair.Other.Path) : pair.Own);

    /// <summary>Whether another feed of the topic may get messages that this one leaves out.</summary>
    public Reason? LeavesOut(QueueFeed other)
    {
        var (own, others) = (Subscription["filterPolicy"], other.Subscription["filterPolicy"]);
        return own.IsUnknown || others.IsUnknown ? Reason.Unknown(own.IsUnknown ? Subscription : other.Subscription, "filterPolicy")
            : Stated(own).Length > 0 && (Stated(own) != Stated(others) || Scope(this) != Scope(other))
                ? new Reason($"its filter leaves out messages that {other.Queue.Name} gets", Subscription, "filterPolicy")
            : null;

        static string Scope(QueueFeed feed) => Stated(feed.Subscription["filterPolicyScope"]);
    }

    // What is off, empty or at its default says the same as nothing.
    private static string Stated(Prop way) =>
        (way.Text is null && way.Flag is null) || way.Flag == false || way.Text is "{}" or "MessageAttributes" ? "" : $"{way}";

    private static IEnumerable<QueueFeed> Read(Estate estate) =>
        from subscription in estate.OfType(SnsTypes.TopicSubscription)
        where subscription["protocol"].Text == "sqs"
        let topic = estate.References.Follow(subscription, "topic", SnsTypes.Topic).Target
        let queue = estate.References.Follow(subscription, "endpoint", SqsTypes.Queue).Target
        where topic is not null && queue is not null
        select new QueueFeed(subscription, topic, queue);
}
