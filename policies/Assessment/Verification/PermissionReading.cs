using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Assessment.Verification;

/// <summary>How the jobs of a workload get the permission of their Region, from what is declared.</summary>
internal sealed class PermissionReading
{
    // As many ticks as tell a lease that is taken in time from one that is taken too soon; more change nothing.
    private const int MostTicks = PermissionSettings.LastsTicks * 2;

    private readonly Estate _estate;
    private readonly string _workload;
    private readonly string[] _regions;
    private readonly List<Reason> _causes = [];
    private readonly Dictionary<string, LeaseFollower> _byRegion = new(StringComparer.Ordinal);
    private PermissionGaps _gaps;
    private int _followers;
    private double _lasts;
    private double _takesAfter = double.PositiveInfinity;

    private PermissionReading(Estate estate, string workload, string[] regions, IReadOnlyList<FollowingJob> jobs)
    {
        _estate = estate;
        _workload = workload;
        _regions = regions;
        Jobs = jobs;
    }

    /// <summary>The jobs that must run in one Region.</summary>
    public IReadOnlyList<FollowingJob> Jobs { get; }

    /// <summary>The name of the beacon; null where no follower was told one.</summary>
    public string? Beacon { get; private set; }

    /// <summary>The table of the leases; null where none is declared.</summary>
    public GlobalTables? Table { get; private set; }

    /// <summary>Seconds that a permission lasts.</summary>
    public double LastsSeconds => _lasts;

    /// <summary>What is missing, and where.</summary>
    public IReadOnlyList<Reason> Causes => _causes;

    /// <summary>Whether the jobs are held by a lease: it is asked before they start, and ends them when it is not renewed.</summary>
    public bool IsLeased => Settings is { TakesAfterTicks: MostTicks } && (_gaps & ~PermissionGaps.NoBeacon) == 0;

    /// <summary>Null where what decides is unknown: see <see cref="Causes"/>.</summary>
    public PermissionSettings? Settings { get; private set; }

    /// <summary>Reads the jobs of a workload, those that it promises to run in one Region included; null where it has none.</summary>
    /// <param name="plan">The plan that moves the beacon; null where none is declared.</param>
    /// <param name="regions">The primary's first.</param>
    public static PermissionReading? Of(Estate estate, Func<Node, string> workloadOf, Promise promise, FailoverPlan? plan, string[] regions)
    {
        var workload = promise.Workload;
        var promised = (promise.Manifest?.Pipelines ?? []).SelectMany(pipeline => FollowingJob.Named(estate, workload, $"{workload}-{pipeline.Name}"));
        FollowingJob[] jobs = [.. FollowingJob.AllIn(estate).Where(job => workloadOf(job.Node) == workload).Concat(promised).DistinctBy(job => job.Node)];
        if (jobs.Length == 0)
        {
            return null;
        }

        var reading = new PermissionReading(estate, workload, regions, jobs);
        reading.Read(plan);
        return reading;
    }

    /// <summary>The follower of a Region; null where none is declared.</summary>
    public LeaseFollower? InRegion(string? region) => region is not null && _byRegion.TryGetValue(region, out var follower) ? follower : null;

    private void Read(FailoverPlan? plan)
    {
        ReadFollowers();
        if (Beacon is not null && plan is not { StepsKnown: false } && plan?.Steps.Any(step => step.Moves(Beacon)) != true)
        {
            Add(PermissionGaps.NoBeacon, $"no step moves {Beacon}", plan?.Node ?? Jobs[0].Node, plan is null ? "metadata.labels" : "workflows");
        }

        foreach (var job in Jobs)
        {
            ReadJob(job);
        }

        if (_causes.Exists(cause => cause.IsUnknown))
        {
            return;
        }

        // Where nobody says how long a permission lasts, there is nothing to take too soon.
        var ticks = _lasts > 0 && double.IsFinite(_takesAfter) ? (int)Math.Min(_takesAfter * PermissionSettings.LastsTicks / _lasts, MostTicks) : MostTicks;
        if (ticks < MostTicks)
        {
            var follower = Followers()[0];
            Add(
                PermissionGaps.None, $"it takes a lease after {_takesAfter:0.#} s, but a permission lasts {_lasts:0.#} s: twice as long needed",
                follower.Node, follower.TakesAfter.Path);
        }

        Settings = new PermissionSettings { TakesAfterTicks = Math.Max(ticks, 1), Followers = _followers, Gaps = _gaps };
    }

    private LeaseFollower[] Followers() =>
    [
        .. LeaseFollower.AllIn(_estate)
            .Where(follower => follower.Container[LeaseProtocol.BeaconsVariable].IsUnknown || follower.BeaconOf(_workload) is not null),
    ];

    private void ReadFollowers()
    {
        var followers = Followers();
        for (var index = 0; index < _regions.Length; index++)
        {
            var region = _regions[index];
            var here = followers.Where(follower => RegionOf(follower.Node) == region).ToArray();
            if (here.Length == 0)
            {
                Add(PermissionGaps.None, $"no follower in {region} starts it", Jobs[0].Node, "metadata.labels");
                continue;
            }

            if (here[0].Container.Region is { IsUnknown: false } stated && stated.Text != region)
            {
                Add(PermissionGaps.NoLease, $"it acts for {stated.Text ?? "no Region"}, but runs in {region}", here[0].Node, stated.Path);
            }

            _followers |= 1 << index;
            _byRegion.Add(region, here[0]);
            Take(here[0]);
        }

        string?[] beacons = [.. followers.Select(follower => follower.BeaconOf(_workload)).Distinct()];
        Beacon = beacons.OfType<string>().FirstOrDefault();
        if (beacons.Length > 1)
        {
            Add(PermissionGaps.NoBeacon, $"the followers read different beacons: {string.Join(", ", beacons)}", followers[0].Node, "spec.template");
        }
        else if (Beacon is not null && !DnsName.Records(_estate, Beacon).Any())
        {
            Add(PermissionGaps.NoBeacon, $"no record {Beacon} is declared", followers[0].Node, "spec.template");
        }

        ReadTable(followers);
    }

    private void Take(LeaseFollower follower)
    {
        if (Seconds(follower.Node, follower.TakesAfter) is { } after)
        {
            _takesAfter = Math.Min(_takesAfter, after);
        }

        Lasts(follower.Container);
    }

    private void Lasts(LeaseContainer container)
    {
        if (Seconds(container.Owner, container.Lasts) is { } lasts)
        {
            _lasts = Math.Max(_lasts, lasts);
        }
    }

    private double? Seconds(Node node, Prop property)
    {
        if (property.Number is { } number && number > 0)
        {
            return number;
        }

        _causes.Add(property.IsUnknown ? Reason.Unknown(node, property.Path)
            : Reason.Uncertain($"a time of its lease is {(property.IsAbsent ? "not stated" : property.ToString())}", node, "spec.template"));
        return null;
    }

    // One table for all: each Region must wait for the other before it says that it holds the lease.
    private void ReadTable(LeaseFollower[] followers)
    {
        LeaseContainer[] all =
        [
            .. followers.Select(follower => follower.Container), .. Jobs.SelectMany(job => new[] { job.Gate, job.Watch }).OfType<LeaseContainer>(),
        ];
        if (all.FirstOrDefault(container => container.Table.IsUnknown) is { Owner: not null } unknown)
        {
            _causes.Add(Reason.Unknown(unknown.Owner, unknown.Table.Path));
            return;
        }

        if (followers.Length == 0)
        {
            return;
        }

        var named = all.Select(container => container.Table.Text).Distinct().ToArray();
        if (named is not [{ } name])
        {
            Add(
                PermissionGaps.NoLease, $"followers and gates use different lease tables: {string.Join(", ", named.Select(one => one ?? "none"))}",
                followers[0].Node, "spec.template");
            return;
        }

        if (GlobalTables.AllIn(_estate).FirstOrDefault(table => table.Name == name) is not { } global)
        {
            Add(PermissionGaps.NoLease, $"no table {name} is declared", followers[0].Node, followers[0].Container.Table.Path);
            return;
        }

        Table = global;
        switch (global.WaitsForAnotherRegion)
        {
            case null:
                _causes.Add(Reason.Unknown(global.Table, GlobalTables.ReplicasProperty));
                break;
            case false:
                Add(
                    PermissionGaps.NoLease, "the lease table is not strongly consistent across Regions, so that each Region can read itself as the holder",
                    global.Table, GlobalTables.ReplicasProperty);
                break;
            default:
                foreach (var region in _regions.Where(region => !global.Places.Any(place => place.Region is null || place.Region == region)))
                {
                    _followers &= ~(1 << Array.IndexOf(_regions, region));
                    Add(PermissionGaps.None, $"the lease table has no replica in {region}", global.Table, GlobalTables.ReplicasProperty);
                }

                break;
        }

        if (global.HashKey is { IsKnown: true } key && key.Text != LeaseProtocol.WorkloadAttribute)
        {
            _followers = 0;
            Add(PermissionGaps.None, $"the key of the lease table is {key.Text}, {LeaseProtocol.WorkloadAttribute} needed", global.Table, key.Path);
        }
    }

    private void ReadJob(FollowingJob job)
    {
        if (job.Label.IsUnknown)
        {
            _causes.Add(Reason.Unknown(job.Node, job.Label.Path));
        }

        // Without gate and watcher it runs as soon as it is declared; with them it waits for a lease, and for somebody who starts it.
        if (!job.Follows)
        {
            _followers = 0;
            Add(
                job.Gate is null && job.Watch is null ? PermissionGaps.Free : PermissionGaps.None,
                $"it has no label {LeaseProtocol.FollowsLabel}: {LeaseProtocol.Beacon}, so no follower starts it, or suspends it", job.Node, "metadata.labels");
        }

        Judge(job, job.Gate, PermissionGaps.NoGate, LeaseProtocol.GateContainer);
        Judge(job, job.Watch, PermissionGaps.NoWatch, LeaseProtocol.WatchContainer);
        if (job.Watch is { } watch)
        {
            if (!job.SharesProcesses)
            {
                Add(PermissionGaps.NoWatch, "its watcher cannot end the jobs: shareProcessNamespace is not true", job.Node, "spec.template");
            }

            Lasts(watch);
        }
    }

    private void Judge(FollowingJob job, LeaseContainer? container, PermissionGaps gap, string name)
    {
        if (container is not { } found)
        {
            Add(gap, $"it has no container {name}", job.Node, "spec.template");
            return;
        }

        if (found[LeaseProtocol.WorkloadVariable] is { IsUnknown: false } workload && workload.Text != _workload)
        {
            Add(gap, $"its container {name} asks for the lease of {workload.Text ?? "no workload"}", job.Node, workload.Path);
        }

        if (found.Region is { IsUnknown: false } region && RegionOf(job.Node) is { } here && region.Text != here)
        {
            Add(gap, $"its container {name} asks whether {region.Text ?? "no Region"} is permitted, but runs in {here}", job.Node, region.Path);
        }
    }

    private void Add(PermissionGaps gap, string text, Node node, string property)
    {
        _gaps |= gap;
        _causes.Add(new Reason(text, node, property));
    }

    private string? RegionOf(Node node) => PodClusters.In(_estate).RegionOf(node);
}
