namespace DrInfra.Recovery.Protocol;

/// <summary>
/// The names and times by which the jobs of a workload run in one Region: what the program declares, the follower and the gates read, and the
/// policy pack judges. docs/protocol/README.md has the rules behind them, and the models that prove these.
/// </summary>
public static class LeaseProtocol
{
    /// <summary>The label of an object that its Region's follower starts and suspends, with <see cref="Beacon"/> as its value.</summary>
    public const string FollowsLabel = "dr.drinfra.io/follows";

    /// <summary>The value of <see cref="FollowsLabel"/>.</summary>
    public const string Beacon = "beacon";

    /// <summary>The annotation of a deployment that follows: how many pods the follower starts. A whole number from 1.</summary>
    public const string ReplicasAnnotation = "dr.drinfra.io/replicas";

    /// <summary>The init container that waits for the permission of its Region.</summary>
    public const string GateContainer = "lease-gate";

    /// <summary>The container beside the jobs that ends them when the permission is over.</summary>
    public const string WatchContainer = "lease-watch";

    /// <summary>The Lease of Kubernetes, in the follower's namespace, by which one of its replicas leads.</summary>
    public const string LeaderLease = "lease-follower";

    /// <summary>The argument by which the image is the follower of a Region.</summary>
    public const string FollowCommand = "follow";

    /// <summary>The argument by which the image is <see cref="GateContainer"/>.</summary>
    public const string GateCommand = "gate";

    /// <summary>The argument by which the image is <see cref="WatchContainer"/>.</summary>
    public const string WatchCommand = "watch";

    /// <summary>Environment: the Region that it runs in, as the beacon and the lease name it.</summary>
    public const string RegionVariable = "LEASE_REGION";

    /// <summary>Environment: the table of the leases.</summary>
    public const string TableVariable = "LEASE_TABLE";

    /// <summary>Environment of gate and watch: the workload, which is the key of its lease.</summary>
    public const string WorkloadVariable = "LEASE_WORKLOAD";

    /// <summary>Environment of the follower: <c>workload=name of its beacon</c>, separated by spaces.</summary>
    public const string BeaconsVariable = "LEASE_BEACONS";

    /// <summary>Environment of the follower: the domain whose name servers it asks.</summary>
    public const string ZoneVariable = "LEASE_ZONE";

    /// <summary>Environment: seconds after which a permission ends that was not renewed, from the start of its renewal.</summary>
    public const string LastsVariable = "LEASE_LASTS_SECONDS";

    /// <summary>Environment of the follower: seconds that it watches a lease stand still before it takes it.</summary>
    public const string TakesAfterVariable = "LEASE_TAKES_AFTER_SECONDS";

    /// <summary>Environment of the follower: seconds between renewals.</summary>
    public const string RenewsVariable = "LEASE_RENEWS_SECONDS";

    /// <summary>Environment: seconds between two looks at the beacon, or at the lease.</summary>
    public const string LooksVariable = "LEASE_LOOKS_SECONDS";

    /// <summary>Environment: the folder that gate, watch and jobs share, with the epoch of the permission in it.</summary>
    public const string FolderVariable = "LEASE_FOLDER";

    /// <summary>The value of <see cref="FolderVariable"/>.</summary>
    public const string Folder = "/lease";

    /// <summary>The port on which follower and watch answer probes.</summary>
    public const int ProbePort = 8089;

    /// <summary>What a watch answers with 200 while its Region is permitted.</summary>
    public const string PermittedPath = "/permitted";

    /// <summary>What a follower answers with 200 while it works, whether it leads or not.</summary>
    public const string LivePath = "/healthy";

    /// <summary>The key of a lease: the workload's name.</summary>
    public const string WorkloadAttribute = "workload";

    /// <summary>The Region that holds a lease.</summary>
    public const string HolderAttribute = "holder";

    /// <summary>How often a lease was taken: a number that only grows.</summary>
    public const string EpochAttribute = "epoch";

    /// <summary>How often it was renewed in this epoch.</summary>
    public const string RenewedAttribute = "renewed";

    /// <summary>How long a permission lasts. Three renewals may fail.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);

    /// <summary>The time between renewals.</summary>
    public static readonly TimeSpan Renews = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a lease stands still before another Region takes it: twice as long as it lasts, for clocks that differ and reads that are late.
    /// </summary>
    public static readonly TimeSpan TakesAfter = TimeSpan.FromSeconds(60);

    /// <summary>The time between two looks at the beacon, or at the lease.</summary>
    public static readonly TimeSpan Looks = TimeSpan.FromSeconds(2);

    /// <summary>For how long resolvers keep a beacon. The follower asks the name servers of the zone first, which keep nothing.</summary>
    public static readonly TimeSpan BeaconTtl = TimeSpan.FromSeconds(10);

    /// <summary>The name of a workload's beacon.</summary>
    public static string BeaconName(string workload, string pair, string domain) => $"active.{workload}.{pair}.{domain}";
}
