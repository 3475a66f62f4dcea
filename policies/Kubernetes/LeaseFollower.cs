using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Kubernetes;

/// <summary>What starts the pipelines of a Region, with the table that it keeps their leases in.</summary>
/// <param name="Table">The table's name.</param>
internal readonly record struct LeaseFollower(Node Node, Prop Table)
{
    public static IEnumerable<LeaseFollower> AllIn(Estate estate) =>
        from node in estate.OfTypes(Pods.Deployments)
        from container in Pods.Containers(node)
        where container["args"].Items.Any(argument => argument.Text == LeaseProtocol.FollowCommand)
        from variable in container["env"].Items
        where variable["name"].Text == LeaseProtocol.TableVariable
        select new LeaseFollower(node, variable["value"]);
}
