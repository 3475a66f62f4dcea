using DrInfra.Policies.Reading;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Recovery;

/// <summary>The servers of a workload in the two Regions, and what it takes to have as many as it needs.</summary>
internal sealed class Serving
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string ScalingPolicy = "aws:autoscaling/policy:Policy";
    private const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Function = "aws:lambda/function:Function";

    private readonly Estate _estate;
    private readonly Estimates _estimates;
    private readonly Dictionary<string, List<Node>> _groups;

    public Serving(Estate estate, Estimates estimates)
    {
        _estate = estate;
        _estimates = estimates;
        _groups = estate.OfType(Group).GroupBy(group => group.Workload ?? "", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    public IReadOnlyList<Node> GroupsOf(string workload, string? region) =>
        [.. (_groups.GetValueOrDefault(workload) ?? []).Where(group => region is null || group.Region == region)];

    /// <summary>Until the load balancer no longer sends to a target that is gone; nothing where no servers are declared.</summary>
    public Derivation TargetsNoticed(string workload, string? region)
    {
        var targets = GroupsOf(workload, region).SelectMany(group => _estate.References.FollowAll(group, group["targetGroupArns"], TargetGroup))
            .Select(reference => reference.Target).OfType<Node>().Distinct().ToArray();
        return targets.Length == 0
            ? Derivation.Nothing("no servers to leave", "no group of servers of the workload is declared")
            : Derivation.Max("the load balancer leaves what does not answer", [.. targets.Select(Noticed)]);
    }

    private static Derivation Noticed(Node target)
    {
        var check = target["healthCheck"];
        if (check["enabled"].Flag == false)
        {
            return Derivation.Never("the load balancer leaves what does not answer", $"health checks of {target.Name} are off");
        }

        if (check.IsUnknown || check["interval"].IsUnknown || check["unhealthyThreshold"].IsUnknown)
        {
            return Derivation.Leaf("the load balancer leaves what does not answer", Figure.Unknown, new Source(SourceKind.Property, "healthCheck", target.Urn));
        }

        // 30 seconds and 3 failures where nothing is stated: the defaults of the provider.
        return Derivation.Times(
            $"failures of a target of {target.Name}",
            Derivation.Leaf("interval", Figure.Exactly(check["interval"].Number ?? 30, Basis.Enforced), new Source(SourceKind.Property, "healthCheck.interval", target.Urn)),
            Derivation.Quantity("failures", check["unhealthyThreshold"].Number ?? 3, "x", Basis.Enforced, new Source(SourceKind.Property, "healthCheck.unhealthyThreshold", target.Urn)));
    }

    /// <summary>After the loss of one server: the others carry on; where there is only one, it is replaced.</summary>
    public Derivation AfterInstance(string workload, string? region) => PerGroup(workload, region, group =>
        group["minSize"].IsUnknown ? Unknown(group, "minSize")
            : group["minSize"].Number is >= 2
                ? Derivation.Nothing($"the other servers of {group.Name} carry on", "there are two at least")
                : Launch(workload, group));

    /// <summary>After the loss of a zone: what ran there is launched in the others.</summary>
    public Derivation AfterZone(string workload, string? region) => PerGroup(workload, region, group => Zones(group) switch
    {
        null => Unknown(group, "vpcZoneIdentifiers"),
        < 2 => Derivation.Never($"servers of {group.Name} in another zone", "the group is in one zone alone"),
        _ => Launch(workload, group),
    });

    /// <summary>In the Region that takes over: from its standing size to the size that the workload needs.</summary>
    /// <param name="needed">How many it needs; null takes the lost Region's least.</param>
    /// <param name="raise">The plan's steps that raise capacity.</param>
    public Derivation AfterRegion(string workload, string? lost, string? target, int? needed, IReadOnlyList<PlanStep> raise)
    {
        var lostGroups = GroupsOf(workload, lost);
        var standing = target is null ? [] : GroupsOf(workload, target);
        if (lostGroups.Count == 0 && needed is null)
        {
            return Derivation.Nothing("no servers to raise", "no group of servers of the workload is declared");
        }

        if (standing.Count == 0)
        {
            return Derivation.Never("servers in the other Region", "there is no group of servers of the workload");
        }

        return Derivation.Max("servers in the other Region", [.. standing.Select(group => Raise(workload, group, needed ?? Least(lostGroups), raise))]);
    }

    private Derivation Raise(string workload, Node group, double? needed, IReadOnlyList<PlanStep> raise)
    {
        var least = group["minSize"];
        if (least.IsUnknown || group["maxSize"].IsUnknown)
        {
            return Unknown(group, "minSize");
        }

        var standing = Math.Max(least.Number ?? 0, group["desiredCapacity"].Number ?? 0);
        if (needed is not { } wanted || standing >= wanted)
        {
            return Derivation.Nothing($"{group.Name} has its full size", $"{standing} servers stand, {needed} are needed");
        }

        if (group["maxSize"].Number is not { } most || most < wanted)
        {
            return Derivation.Never($"raise {group.Name}", $"its maxSize is {group["maxSize"]}, {wanted} servers are needed");
        }

        return raise.Any(step => Raises(step, group)) || _estate.UsersOf(group, ScalingPolicy, "autoscalingGroupName").Count > 0
            ? Launch(workload, group)
            : Derivation.Never($"raise {group.Name}", "neither a failover plan nor a scaling policy raises it");
    }

    // A function says by its environment which group it raises; the service's own block names the group.
    private bool Raises(PlanStep step, Node group) =>
        step.Config["lambdas"].Items
            .Select(lambda => FunctionNamed(lambda["arn"].Text))
            .OfType<Node>()
            .Any(function => function.Region == group.Region)
        || step.Config["asgs"].Items.Count > 0;

    private Node? FunctionNamed(string? arn) => arn is null ? null : _estate.References.Named(null, arn, Function);

    private static double? Least(IReadOnlyList<Node> groups) => groups.Select(group => group["minSize"].Number).Max();

    private Derivation Launch(string workload, Node group) => Derivation.Bounded(
        $"servers of {group.Name} launch and serve",
        group["defaultInstanceWarmup"].Number is { } warmup
            ? Derivation.Leaf("warm-up", Figure.Typically(warmup), new Source(SourceKind.Property, "defaultInstanceWarmup", group.Urn))
            : Derivation.Leaf("health check grace", Figure.Typically(group["healthCheckGracePeriod"].Number ?? FactBook.Get("asg-grace-console").Seconds!.Value), new Source(SourceKind.Property, "healthCheckGracePeriod", group.Urn)),
        _estimates.Duration("at most", "capacity", workload, null, group.Urn));

    private int? Zones(Node group)
    {
        if (group["availabilityZones"].Items is { Count: > 0 } zones)
        {
            return zones.Count;
        }

        var subnets = _estate.References.FollowAll(group, group["vpcZoneIdentifiers"], Subnet);
        if (subnets.Count == 0)
        {
            return group["vpcZoneIdentifiers"].IsAbsent ? 1 : null;
        }

        if (subnets.Any(subnet => subnet.IsUnknown))
        {
            return null;
        }

        // Subnets that are not in the graph exist already; each is taken to be in a zone of its own.
        return subnets.Select(subnet => subnet.Target?["availabilityZone"].Text ?? subnet.Text ?? subnet.Target?.Urn).Distinct(StringComparer.Ordinal).Count();
    }

    private Derivation PerGroup(string workload, string? region, Func<Node, Derivation> of)
    {
        var groups = GroupsOf(workload, region);
        return groups.Count == 0
            ? Derivation.Nothing("no servers", "no group of servers of the workload is declared")
            : Derivation.Max("servers", [.. groups.Select(of)]);
    }

    private static Derivation Unknown(Node group, string property) =>
        Derivation.Leaf($"size of {group.Name}", Figure.Unknown, new Source(SourceKind.Property, property, group.Urn));
}
