using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>The servers of a workload in the two Regions, and what it takes to have as many as it needs.</summary>
internal sealed class Serving
{
    private readonly Estate _estate;
    private readonly Estimates _estimates;
    private readonly Dictionary<string, List<ServerGroup>> _groups;

    /// <param name="workloadOf">The workload of a resource; empty where nobody says.</param>
    public Serving(Estate estate, Estimates estimates, Func<Node, string> workloadOf)
    {
        _estate = estate;
        _estimates = estimates;
        _groups = ServerGroup.In(estate).GroupBy(group => workloadOf(group.Node), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    public IReadOnlyList<ServerGroup> GroupsOf(string workload, string? region) =>
        [.. (_groups.GetValueOrDefault(workload) ?? []).Where(group => region is null || group.Region == region)];

    /// <summary>The Region in which most of its servers stand, where no manifest and no store says where it runs; null where none stands elsewhere.</summary>
    public string? LargestRegionOf(string workload, string? apartFrom) => GroupsOf(workload, null)
        .Where(group => group.Region is not null && group.Region != apartFrom)
        .GroupBy(group => group.Region!, StringComparer.Ordinal)
        .OrderByDescending(groups => groups.Sum(group => group.Standing)).ThenBy(groups => groups.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    /// <summary>Until the load balancer no longer sends to a target that is gone; nothing where no servers are declared.</summary>
    public Derivation TargetsNoticed(string workload, string? region)
    {
        var targets = GroupsOf(workload, region).SelectMany(group => group.Targets).Distinct().ToArray();
        return targets.Length == 0
            ? Derivation.Nothing("no failed servers to remove", "the workload declares no servers")
            : Derivation.Max("the load balancer removes failed targets", [.. targets.Select(Noticed)]);
    }

    private static Derivation Noticed(Node target)
    {
        var check = new TargetHealthCheck(target);
        if (check.IsOff)
        {
            return Derivation.Never("the load balancer removes failed targets", $"health checks of {target.Name} are off");
        }

        if (check.IsUnknown)
        {
            return Derivation.Leaf("the load balancer removes failed targets", Figure.Unknown, new Source(SourceKind.Property, "healthCheck", target.Urn));
        }

        return Derivation.Times(
            $"failures of a target of {target.Name}",
            Derivation.Leaf("interval", Figure.Exactly(check.Interval, Basis.Enforced), new Source(SourceKind.Property, "healthCheck.interval", target.Urn)),
            Derivation.Quantity(
                "failures", check.UnhealthyThreshold, "x", Basis.Enforced, new Source(SourceKind.Property, "healthCheck.unhealthyThreshold", target.Urn)));
    }

    /// <summary>After the loss of one server: the others carry on; where there is only one, it is replaced.</summary>
    public Derivation AfterInstance(string workload, string? region) => PerGroup(workload, region, group =>
        group.Unknown is { } unknown ? Unknown(group, unknown)
            : group.Least >= 2
                ? Derivation.Nothing($"the other servers of {group.Node.Name} keep serving", "there are at least two", group.Pods?.Routine ?? [])
                : Launch(workload, group));

    /// <summary>After the loss of a zone: what ran there is launched in the others.</summary>
    public Derivation AfterZone(string workload, string? region) => PerGroup(workload, region, group => Zones(group) switch
    {
        null => Unknown(group, group.Subnets.Path),
        < 2 => Derivation.Never($"servers of {group.Node.Name} in another zone", "the group is in one zone only"),
        _ => Launch(workload, group),
    });

    /// <summary>
    /// In the Region that takes over: from its standing size to the size that the workload needs. What only follows the load rises once
    /// traffic has come.
    /// </summary>
    /// <param name="needed">How many it needs; null takes the lost Region's least.</param>
    /// <param name="raise">The plan's steps that raise capacity.</param>
    /// <param name="reading">What the percentage of a step that scales pods is taken to be of.</param>
    public Capacity AfterRegion(string workload, string? lost, string? target, int? needed, IReadOnlyList<PlanStep> raise, ScalingReading reading)
    {
        var lostGroups = GroupsOf(workload, lost);
        var standing = target is null ? [] : GroupsOf(workload, target);
        if (lostGroups.Count == 0 && needed is null)
        {
            return new Capacity(Derivation.Nothing("no servers to scale out", "the workload declares no servers"), ByLoad: false);
        }

        if (standing.Count == 0)
        {
            return new Capacity(Derivation.Never("servers in the other Region", "the workload has no servers there"), ByLoad: false);
        }

        Capacity[] groups =
        [
            .. standing.Select(group => (Group: group, Left: Least(Likes(lostGroups, group))))
                .Select(pair => Raise(workload, pair.Group, needed ?? pair.Left, raise, new ScalingBasis(reading, pair.Left ?? needed))),
        ];
        return new Capacity(
            Derivation.Max("servers in the other Region", [.. groups.Select(group => group.Takes)]), Array.Exists(groups, group => group.ByLoad))
        {
            IsByReading = Array.Exists(groups, group => group.IsByReading),
        };
    }

    /// <summary>What launching takes that a planned run of a failover plan orders.</summary>
    public Derivation Launches(string workload, string? region) => PerGroup(workload, region, group => Launch(workload, group));

    // Of several groups each stands in for the one of its name; where none has it, for the largest of its kind.
    private static IReadOnlyList<ServerGroup> Likes(IReadOnlyList<ServerGroup> lost, ServerGroup group)
    {
        ServerGroup[] kind = [.. lost.Where(other => other.Node.Type == group.Node.Type)];
        ServerGroup[] named = [.. kind.Where(other => RegionTwins.Stem(other.Node) == RegionTwins.Stem(group.Node))];
        return named.Length > 0 ? named : kind.Length > 0 ? kind : lost;
    }

    private Capacity Raise(string workload, ServerGroup group, double? needed, IReadOnlyList<PlanStep> raise, ScalingBasis basis)
    {
        if (group.Unknown is { } unknown)
        {
            return new Capacity(Unknown(group, unknown), ByLoad: false);
        }

        var pods = group.Pods is null ? null : new PodCapacity(_estimates, workload, group, () => Launch(workload, group), () => Reacts(workload, group));
        if (pods is not null && needed is { } count && pods.Kept(count) is { } kept)
        {
            return kept;
        }

        if (needed is not { } wanted || group.Standing >= wanted)
        {
            return new Capacity(
                Derivation.Nothing($"{group.Node.Name} has its full size", $"{group.Standing} servers run, {needed} are needed"), ByLoad: false);
        }

        if (ImagePulls.Of(_estate).Withheld(group, OtherRegions(workload, group)) is { } withheld)
        {
            return new Capacity(withheld, ByLoad: false);
        }

        // What no scaler limits, a plan's own step raises to a share of the other Region.
        if (group.Most < wanted && (group.Scales || !raise.Any(step => RaisesUnscaled(step, group))))
        {
            return Never($"its {group.MostName}, but {wanted} servers are needed");
        }

        return pods is not null ? pods.Raise(wanted, raise, basis)
            : raise.Any(step => Raises(step, group)) ? new Capacity(Launch(workload, group), ByLoad: false)
            : !group.Scales ? Never("neither a plan step that runs in a disaster nor a scaling policy scales it out")
            : group.Standing < 1 ? Never("its scaling policy depends on the load of running servers, and none runs")
            : new Capacity(Derivation.Sum($"{group.Node.Name} scales out by load", Reacts(workload, group), Launch(workload, group)), ByLoad: true);

        Capacity Never(string why) => new(Derivation.Never($"scale out {group.Node.Name}", why), ByLoad: false);
    }

    private Derivation Reacts(string workload, ServerGroup group) =>
        _estimates.Duration("the scaling policy reacts to the load", "scaling-by-load", workload, null, group.Node.Urn);

    private static bool Raises(PlanStep step, ServerGroup group) =>
        group.Node.Type == AutoScalingTypes.Group ? step.RaisesInstances : RaisesUnscaled(step, group);

    private static bool RaisesUnscaled(PlanStep step, ServerGroup group) =>
        group.Node.Type != AutoScalingTypes.Group && (group.Pods is { } pods ? pods.IsNamedBy(step) : step.RaisesTasks);

    private static double? Least(IReadOnlyList<ServerGroup> groups) => groups.Count == 0 ? null : groups.Max(group => group.Least);

    private Derivation Launch(string workload, ServerGroup group) => Derivation.Bounded(
        $"servers of {group.Node.Name} launch and serve",
        group.Usual,
        _estimates.Duration("at most", "capacity", workload, null, group.Node.Urn));

    private int? Zones(ServerGroup group)
    {
        if (group.Pods?.Zones is { } ofNodes)
        {
            return ofNodes;
        }

        if (group.Zones.Items is { Count: > 0 } zones)
        {
            return zones.Count;
        }

        var subnets = _estate.References.FollowAll(group.Node, group.Subnets, Ec2Types.Subnet);
        return subnets.Count > 0 ? SubnetZones.Count(subnets) : group.IsSpread ? 2 : group.Subnets.IsAbsent ? 1 : null;
    }

    private Derivation PerGroup(string workload, string? region, Func<ServerGroup, Derivation> of)
    {
        var groups = GroupsOf(workload, region);
        return groups.Count == 0
            ? Derivation.Nothing("no servers", "the workload declares no servers")
            : Derivation.Max("servers", [.. groups.Select(of)]);
    }

    private string?[] OtherRegions(string workload, ServerGroup group) =>
        [.. GroupsOf(workload, null).Select(other => other.Region).Where(region => region != group.Region).Distinct()];

    private static Derivation Unknown(ServerGroup group, string property) =>
        Derivation.Leaf($"size of {group.Node.Name}", Figure.Unknown, new Source(SourceKind.Property, property, group.Node.Urn));
}
