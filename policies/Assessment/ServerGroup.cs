using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Graph;
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

    /// <summary>The property that names what the load balancer sends to.</summary>
    public Prop Targets { get; init; }

    /// <summary>What one needs as a rule until it serves.</summary>
    public required Derivation Usual { get; init; }

    public static ServerGroup OfInstances(Estate estate, Node group) => new(group, group.Region)
    {
        Least = group["minSize"].Number ?? 0,
        Standing = Math.Max(group["minSize"].Number ?? 0, group["desiredCapacity"].Number ?? 0),
        Most = group["maxSize"].Number ?? 0,
        MostName = $"maxSize is {group["maxSize"]}",
        Unknown = group["minSize"].IsUnknown ? "minSize" : group["maxSize"].IsUnknown ? "maxSize" : null,
        Zones = group["availabilityZones"],
        Subnets = group["vpcZoneIdentifiers"],
        Scales = estate.UsersOf(group, AutoScalingTypes.Policy, "autoscalingGroupName").Count > 0,
        Targets = group["targetGroupArns"],
        Usual = group["defaultInstanceWarmup"].Number is { } warmup
            ? Derivation.Leaf("warm-up", Figure.Typically(warmup), new Source(SourceKind.Property, "defaultInstanceWarmup", group.Urn))
            : Derivation.Leaf("health check grace", Figure.Typically(group["healthCheckGracePeriod"].Number ?? FactBook.Get("asg-grace-console").Seconds!.Value), new Source(SourceKind.Property, "healthCheckGracePeriod", group.Urn)),
    };

    /// <summary>A service of ECS; what scales it is a target of its own.</summary>
    /// <param name="scaler">Null where nothing scales it.</param>
    public static ServerGroup OfTasks(Node service, Node? scaler)
    {
        var (least, desired, most) = (scaler?["minCapacity"] ?? service["desiredCount"], service["desiredCount"], scaler?["maxCapacity"] ?? default);
        return new ServerGroup(service, service.Region)
        {
            Least = least.Number ?? 0,
            Standing = Math.Max(least.Number ?? 0, desired.Number ?? 0),
            Most = scaler is null ? desired.Number ?? 0 : most.Number,
            MostName = scaler is null ? $"desiredCount is {desired}" : $"maxCapacity is {most}",
            Unknown = least.IsUnknown ? "desiredCount" : most.IsUnknown ? "maxCapacity" : null,
            Subnets = service["networkConfiguration"]["subnets"],
            IsSpread = !service["networkConfiguration"].IsStated(),
            Scales = scaler is not null,
            Targets = service["loadBalancers"],
            Usual = Derivation.Leaf("health check grace", Figure.Typically(service["healthCheckGracePeriodSeconds"].Number ?? 0), new Source(SourceKind.Property, "healthCheckGracePeriodSeconds", service.Urn)),
        };
    }

    /// <summary>A deployment of Kubernetes. Its nodes are the cluster's, and its zones are theirs.</summary>
    /// <param name="scaler">Null where nothing scales it.</param>
    public static ServerGroup OfPods(Node deployment, Node? scaler, string? region)
    {
        var spec = deployment["spec"];
        var (least, most) = (scaler?["spec"]["minReplicas"] ?? spec["replicas"], scaler?["spec"]["maxReplicas"] ?? spec["replicas"]);
        var delay = spec["minReadySeconds"].Number ?? 0;
        return new ServerGroup(deployment, region)
        {
            Least = least.Number ?? 1,
            Standing = Math.Max(least.Number ?? 1, scaler is null ? 0 : spec["replicas"].Number ?? 0),
            Most = most.Number ?? 1,
            MostName = scaler is null ? $"replicas is {most}" : $"maxReplicas is {most}",
            Unknown = least.IsUnknown || most.IsUnknown ? "spec.replicas" : null,
            IsSpread = true,
            Scales = scaler is not null,
            Usual = Derivation.Leaf("until a pod is ready", Figure.Typically(delay), new Source(SourceKind.Property, "spec.minReadySeconds", deployment.Urn)),
        };
    }

    public static IReadOnlyList<ServerGroup> In(Estate estate) =>
    [
        .. estate.OfType(AutoScalingTypes.Group).Select(group => OfInstances(estate, group)),
        .. TaskGroups.In(estate),
        .. PodGroups.In(estate),
    ];
}
