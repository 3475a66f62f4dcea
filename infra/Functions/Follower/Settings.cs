using System.Net;
using DrInfra.Infra.Functions.Follower.Protocol;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>What the environment says: <see cref="SettingsReader"/> has the variables.</summary>
/// <param name="Region">The Region that this process runs in.</param>
/// <param name="Table">The table of the leases.</param>
/// <param name="Times">The protocol's times. Gate and watch use only how long a permission lasts, and the time between looks.</param>
/// <param name="Workload">The workload of a gate or watch.</param>
/// <param name="Beacons">The workloads of the follower, each with the name of its beacon.</param>
/// <param name="Zone">The domain whose name servers have the beacons.</param>
/// <param name="Resolver">The resolver to ask; null: that of the machine. Name servers are asked on its port.</param>
/// <param name="Folder">The folder that a gate shares with the jobs.</param>
/// <param name="Port">The port of the endpoint for probes.</param>
/// <param name="Ages">The time between two data points of the ages of savepoints.</param>
/// <param name="Ends">The processes whose children a watch may end; null: all others of the pod that run as its user.</param>
internal sealed record Settings(
    string Region,
    string Table,
    LeaseTimes Times,
    string Workload,
    IReadOnlyDictionary<string, string> Beacons,
    string Zone,
    IPEndPoint? Resolver,
    string Folder,
    int Port,
    TimeSpan Ages,
    IReadOnlySet<int>? Ends);
