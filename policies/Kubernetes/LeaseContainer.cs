using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Kubernetes;

/// <summary>A container that takes part in the lease of a workload: a follower, a gate or a watcher.</summary>
/// <param name="Owner">What its pods belong to.</param>
internal readonly record struct LeaseContainer(Node Owner, Prop Container)
{
    /// <summary>A variable of its environment.</summary>
    public Prop this[string variable] => Container["env"].Items.FirstOrDefault(entry => entry["name"].Text == variable)["value"];

    /// <summary>The Region that it acts for.</summary>
    public Prop Region => this[LeaseProtocol.RegionVariable];

    /// <summary>The table of the leases.</summary>
    public Prop Table => this[LeaseProtocol.TableVariable];

    /// <summary>Seconds that a permission lasts.</summary>
    public Prop Lasts => this[LeaseProtocol.LastsVariable];

    /// <summary>Whether it runs a command of the image.</summary>
    public bool Runs(string command) => Container["args"].Items.Concat(Container["command"].Items).Any(word => word.Text == command);
}
