namespace DrInfra.Policies.Kubernetes;

/// <summary>
/// Pods that read from a Kafka cluster as members of a consumer group. What copies offsets writes none of a group that has active members where
/// it copies to. Sources: the MSK guide, "Consumer group offset synchronization"; Apache Kafka, <c>sync.group.offsets.enabled</c>.
/// </summary>
internal static class StreamingPods
{
    private const string Replicas = "spec.replicas";

    // What clients of Kafka call the setting of their group.
    private static readonly string[] GroupNames = ["GROUP_ID", "CONSUMER_GROUP", "GROUPID", "GROUP.ID"];

    /// <summary>The pods that run, of those that are asked about; pods that follow the beacon do not where they would be in the way.</summary>
    /// <param name="consume">Whether pods read from the cluster.</param>
    public static IEnumerable<Reason> Running(Estate estate, Node cluster, Func<Node, bool> consume)
    {
        foreach (var pods in estate.OfTypes(Pods.Serving).Where(pods => !FollowedPods.Are(pods) && consume(pods)))
        {
            var least = Pods.Least(estate, pods);
            if (least is null)
            {
                yield return Reason.Unknown(pods, Replicas);
            }
            else if (least > 0)
            {
                yield return new Reason(
                    $"{least} pods of {pods.Name} already read from {cluster.Name}, so the offsets of their group are not written there", pods, Replicas);
            }
        }
    }

    /// <summary>Whether the environment of pods names a consumer group.</summary>
    public static bool HasGroup(Node pods) => Environment(pods).Any(variable => variable["name"].Text is { } name
        && Array.Exists(GroupNames, part => name.Contains(part, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the environment of pods has a text in it.</summary>
    public static bool Mentions(Node pods, string text) =>
        Environment(pods).Any(variable => variable["value"].Text is { } value && value.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<Prop> Environment(Node pods) => Pods.Containers(pods).SelectMany(container => container["env"].Items);
}
