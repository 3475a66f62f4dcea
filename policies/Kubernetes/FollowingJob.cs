using DrInfra.Policies.Kubernetes.Jobs;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Kubernetes;

/// <summary>A job that must run in one Region only: a follower starts it there, and a gate and a watcher keep it from running elsewhere.</summary>
internal readonly record struct FollowingJob(Node Node)
{
    /// <summary>Its name in its namespace; null where only the deployment will tell.</summary>
    public string? Name => Node["metadata"]["name"].Text;

    /// <summary>Whether followers start and suspend it.</summary>
    public bool Follows => FollowedPods.Are(Node);

    /// <summary>What makes followers start and suspend it.</summary>
    public Prop Label => FollowedPods.Label(Node);

    /// <summary>What keeps a pod from starting without permission; null where nothing does.</summary>
    public LeaseContainer? Gate => In(spec => spec["initContainers"].Items, LeaseProtocol.GateContainer, LeaseProtocol.GateCommand);

    /// <summary>What ends the job when the permission is over; null where nothing does.</summary>
    public LeaseContainer? Watch =>
        In(spec => [.. spec["initContainers"].Items, .. spec["containers"].Items], LeaseProtocol.WatchContainer, LeaseProtocol.WatchCommand);

    /// <summary>Whether a container sees, and can end, the processes of the others, in all of its pods.</summary>
    public bool SharesProcesses => JobPods.Specs(Node).All(spec => spec["shareProcessNamespace"].Flag == true);

    /// <summary>All that is labelled to follow, or has a gate or a watcher.</summary>
    public static IReadOnlyList<FollowingJob> AllIn(Estate estate) => estate.Once<IReadOnlyList<FollowingJob>>(static estate =>
    [
        .. JobPods.AllIn(estate).Select(node => new FollowingJob(node)).Where(job => job.Follows || job.Gate is not null || job.Watch is not null),
    ]);

    /// <summary>What runs under a name in a namespace, whether it follows or not.</summary>
    public static IEnumerable<FollowingJob> Named(Estate estate, string space, string name) => JobPods.AllIn(estate)
        .Where(node => node["metadata"]["name"].Text == name && Pods.OwnNamespaceOf(node) == space).Select(node => new FollowingJob(node));

    // In all pods of it: one that is not held is enough to work without permission.
    private LeaseContainer? In(Func<Prop, IReadOnlyList<Prop>> containers, string name, string command)
    {
        var owner = Node;
        LeaseContainer?[] found = [.. JobPods.Specs(Node).Select(spec => containers(spec)
            .Where(container => container["name"].Text == name).Select(container => new LeaseContainer(owner, container))
            .Where(container => container.Runs(command)).Select(container => (LeaseContainer?)container).FirstOrDefault())];
        return found.Length == 0 || Array.Exists(found, container => container is null) ? null : found[0];
    }
}
