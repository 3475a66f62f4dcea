using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>Something that keeps a number of servers, tasks or pods of a workload running.</summary>
/// <param name="Region">Null where it is not known.</param>
internal sealed record ServerGroup(Node Node, string? Region)
{
    /// <summary>How many there are at least, whatever fails; null where <see cref="Unknown"/> says why not.</summary>
    public double Least { get; init; }

    /// <summary>How many stand when nothing happens.</summary>
    public double Standing { get; init; }

    /// <summary>How many there can be; null where nothing limits them.</summary>
    public double? Most { get; init; }

    /// <summary>The property that limits them, for messages.</summary>
    public string MostName { get; init; } = "";

    /// <summary>The property that only the deployment will tell; null where all are known.</summary>
    public string? Unknown { get; init; }

    /// <summary>Where they may run: the zones, or the subnets that have zones; absent where the group does not say.</summary>
    public Prop Zones { get; init; }

    public Prop Subnets { get; init; }

    /// <summary>Whether it is spread over zones by what it runs on.</summary>
    public bool IsSpread { get; init; }

    /// <summary>Whether something raises it by load.</summary>
    public bool Scales { get; init; }

    /// <summary>The groups by which a load balancer sends to it.</summary>
    public IReadOnlyList<Node> Targets { get; init; } = [];

    /// <summary>What is particular to pods; null where it is of something else.</summary>
    public PodGroup? Pods { get; init; }

    /// <summary>What one needs as a rule until it serves.</summary>
    public required Derivation Usual { get; init; }

    public static IReadOnlyList<ServerGroup> In(Estate estate) =>
    [
        .. estate.OfType(AutoScalingTypes.Group).Select(group => OfInstances(estate, new AutoScalingGroup(group))),
        .. EcsService.AllIn(estate).Select(service => OfTasks(estate, service)),
        .. Deployment.AllIn(estate).Where(deployment => !FollowedPods.Are(deployment.Node)).Select(deployment => OfPods(new PodGroup(estate, deployment))),
    ];

    private static ServerGroup OfInstances(Estate estate, AutoScalingGroup group) => new(group.Node, group.Node.Region)
    {
        Least = group.MinSize.Number ?? 0,
        Standing = group.Standing,
        Most = group.MaxSize.Number ?? 0,
        MostName = $"maxSize is {group.MaxSize}",
        Unknown = group.MinSize.IsUnknown ? group.MinSize.Path : group.MaxSize.IsUnknown ? group.MaxSize.Path : null,
        Zones = group.Zones,
        Subnets = group.Subnets,
        Scales = group.Scales(estate),
        Targets = [.. group.TargetGroups(estate)],
        Usual = group.Warmup.Number is { } warmup
            ? Wait("warm-up", warmup, group.Warmup, group.Node)
            : Wait("health check grace", group.GracePeriod.Number ?? FactBook.Seconds("asg-grace-console"), group.GracePeriod, group.Node),
    };

    private static ServerGroup OfTasks(Estate estate, EcsService service) => new(service.Node, service.Node.Region)
    {
        Least = service.MinCapacity.Number ?? 0,
        Standing = Math.Max(service.MinCapacity.Number ?? 0, service.DesiredCount.Number ?? 0),
        Most = service.Scaler is null ? service.DesiredCount.Number ?? 0 : service.MaxCapacity.Number,
        MostName = service.Scaler is null ? $"desiredCount is {service.DesiredCount}" : $"maxCapacity is {service.MaxCapacity}",
        Unknown = service.MinCapacity.IsUnknown ? "desiredCount" : service.MaxCapacity.IsUnknown ? "maxCapacity" : null,
        Subnets = service.Subnets,
        IsSpread = service.IsOnItsServersNetwork,
        Scales = service.Scaler is not null,
        Targets = [.. service.TargetGroups(estate)],
        Usual = Wait("health check grace", service.GracePeriod.Number ?? 0, service.GracePeriod, service.Node),
    };

    // Its nodes are the cluster's, and its zones are theirs.
    private static ServerGroup OfPods(PodGroup pods)
    {
        var (deployment, node) = (pods.Deployment, pods.Deployment.Node);
        return new ServerGroup(node, PodClusters.In(pods.Estate).RegionOf(node))
        {
            Least = deployment.Least,
            Standing = pods.Standing,
            Most = deployment.Most,
            MostName = deployment.Scaler is null ? $"replicas is {deployment.MaxReplicas}" : $"maximum of replicas is {deployment.Most}",
            Unknown = deployment.MinReplicas.IsUnknown || deployment.MaxReplicas.IsUnknown ? deployment.Replicas.Path : null,
            IsSpread = true,
            Scales = deployment.Scaler is not null,
            Targets = PodTargets.In(pods.Estate).Of(node),
            Pods = pods,
            Usual = PodStart(pods),
        };
    }

    // Launch of a node, readiness, registration; pulling the image is in what bounds them.
    private static Derivation PodStart(PodGroup pods)
    {
        var deployment = pods.Deployment;
        List<Derivation> steps = [];
        if (NodeSupply.Launch(pods.Estate, deployment.Node) is { } launch)
        {
            steps.Add(Derivation.Leaf("a node launches", FactBook.Get(launch).ToFigure(), FactBook.Get(launch).ToSource()));
        }

        steps.AddRange(PodReadiness.Of(deployment.Node).OrderByDescending(readiness => readiness.Seconds).Take(1)
            .Select(readiness => Wait("a pod answers its readiness probe", readiness.Seconds, readiness.Probe, deployment.Node)));
        if (steps.Count == 0 || deployment.MinReadySeconds.IsStated())
        {
            steps.Add(Wait("until a pod is ready", deployment.MinReadySeconds.Number ?? 0, deployment.MinReadySeconds, deployment.Node));
        }

        steps.AddRange(PodTargets.In(pods.Estate).Of(deployment.Node).Select(group => (Group: group, Check: new TargetHealthCheck(group)))
            .Where(target => target.Check is { IsOff: false, IsUnknown: false })
            .Select(target => Derivation.Leaf(
                $"{target.Group.Name} finds it healthy", Figure.Typically(target.Check.Interval * target.Check.HealthyThreshold),
                new Source(SourceKind.Property, "healthCheck", target.Group.Urn))));
        return steps.Count == 1 ? steps[0] : Derivation.Sum("a pod starts and is registered", steps);
    }

    private static Derivation Wait(string label, double seconds, Prop property, Node node) =>
        Derivation.Leaf(label, Figure.Typically(seconds), new Source(SourceKind.Property, property.Path, node.Urn));
}
