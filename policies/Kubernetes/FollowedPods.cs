using System.Globalization;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Kubernetes;

/// <summary>
/// Pods that a follower starts in the Region that the beacon names, and in no other: jobs, not servers. What an object states of their number is
/// where they begin; how many there are where they run, an annotation says.
/// </summary>
internal static class FollowedPods
{
    /// <summary>What makes followers start and suspend the pods of an object.</summary>
    public static Prop Label(Node node) => node["metadata"]["labels"][LeaseProtocol.FollowsLabel];

    /// <summary>Whether a follower starts the pods of an object.</summary>
    public static bool Are(Node node) => Label(node).Text == LeaseProtocol.Beacon;

    /// <summary>How many there are where they run; null where that is not known.</summary>
    public static double? Replicas(Node node) =>
        int.TryParse(node["metadata"]["annotations"][LeaseProtocol.ReplicasAnnotation].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;
}
