using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Kubernetes;

/// <summary>What starts and suspends the jobs of a cluster, as beacon and lease say.</summary>
internal readonly record struct LeaseFollower(Node Node, LeaseContainer Container)
{
    /// <summary>The name of the table of the leases.</summary>
    public Prop Table => Container.Table;

    /// <summary>Seconds that it watches a lease stand still before it takes it.</summary>
    public Prop TakesAfter => Container[LeaseProtocol.TakesAfterVariable];

    public static IReadOnlyList<LeaseFollower> AllIn(Estate estate) => estate.Once<IReadOnlyList<LeaseFollower>>(static estate =>
    [
        .. from node in estate.OfTypes(Pods.Serving)
           from container in Pods.Containers(node)
           let follower = new LeaseContainer(node, container)
           where follower.Runs(LeaseProtocol.FollowCommand) && !follower.Table.IsAbsent
           select new LeaseFollower(node, follower),
    ]);

    /// <summary>The name of a workload's beacon, as it was told; null where it was told none, or only the deployment will tell.</summary>
    public string? BeaconOf(string workload) => Container[LeaseProtocol.BeaconsVariable].Text?
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2))
        .FirstOrDefault(entry => entry.Length == 2 && entry[0] == workload)?[1];
}
