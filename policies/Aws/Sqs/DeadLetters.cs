using System.Text.Json;
using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Aws.Sqs;

/// <summary>
/// What becomes of messages that fail: said by their queue, by a policy beside it, or by the subscription that does not deliver them.
/// </summary>
/// <param name="Node">What says so.</param>
/// <param name="Queue">Null where it is not known which, and of a subscription.</param>
/// <param name="Target">Null where it is unknown or elsewhere.</param>
/// <param name="ReceiveCount">Null where it is not stated, or unknown.</param>
internal sealed record DeadLetters(Node Node, Node? Queue, Node? Target, double? ReceiveCount, bool IsUnknown)
{
    public static IReadOnlyList<DeadLetters> AllIn(Estate estate) =>
    [
        .. estate.OfType(SqsTypes.Queue).Where(queue => queue["redrivePolicy"].IsStated()).Select(queue => Of(estate, queue, queue)),
        .. estate.OfType(SqsTypes.RedrivePolicy).Select(policy => Of(estate, policy, QueueOf(estate, policy))),
    ];

    /// <summary>Those of subscriptions, which count no receives.</summary>
    public static IReadOnlyList<DeadLetters> OfSubscriptions(Estate estate) =>
        [.. estate.OfType(SnsTypes.TopicSubscription).Where(subscription => subscription["redrivePolicy"].IsStated())
            .Select(subscription => Of(estate, subscription, null))];

    /// <summary>The queues that hold what failed, whatever it failed in.</summary>
    public static IReadOnlySet<Node> Targets(Estate estate) =>
        AllIn(estate).Concat(OfSubscriptions(estate)).Select(link => link.Target).OfType<Node>().ToHashSet();

    private static Node? QueueOf(Estate estate, Node policy)
    {
        // A queue's id is its URL.
        var reference = estate.References.Follow(policy, "queueUrl", SqsTypes.Queue);
        return reference.Target;
    }

    private static DeadLetters Of(Estate estate, Node node, Node? queue)
    {
        var declared = ReferenceResolver.Declared(node, "redrivePolicy", SqsTypes.Queue);
        var target = declared.Count == 1 ? declared[0] : null;
        if (node["redrivePolicy"].Text is not { } text)
        {
            return new DeadLetters(node, queue, target, null, IsUnknown: true);
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            target ??= root.TryGetProperty("deadLetterTargetArn", out var arn) ? estate.References.Named(node, arn.GetString() ?? "", SqsTypes.Queue) : null;
            return new DeadLetters(node, queue, target, root.TryGetProperty("maxReceiveCount", out var count) ? Number(count) : null, IsUnknown: false);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new DeadLetters(node, queue, target, null, IsUnknown: false);
        }
    }

    private static double? Number(JsonElement count) => count.ValueKind == JsonValueKind.Number ? count.GetDouble()
        : double.TryParse(count.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
