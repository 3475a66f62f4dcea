using DrInfra.Policies.Aws.Lambda;

namespace DrInfra.Policies.Aws.Sqs;

/// <summary>What takes messages out of a queue, as far as it is declared: pods and servers receive by their code, which nobody sees.</summary>
internal static class QueueConsumers
{
    public static IEnumerable<Node> Of(Estate estate, Node queue) =>
        estate.OfType(LambdaTypes.EventSourceMapping)
            .Where(mapping => mapping["enabled"].Flag != false
                && estate.References.Follow(mapping, "eventSourceArn", SqsTypes.Queue).Target == queue);
}
