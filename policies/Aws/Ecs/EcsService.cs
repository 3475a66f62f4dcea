using DrInfra.Policies.Aws.ApplicationAutoScaling;
using DrInfra.Policies.Aws.LoadBalancing;

namespace DrInfra.Policies.Aws.Ecs;

/// <summary>A service of ECS that keeps a number of tasks running.</summary>
/// <param name="Scaler">The target of Application Auto Scaling that scales it; null where nothing does.</param>
internal readonly record struct EcsService(Node Node, Node? Scaler)
{
    public Prop DesiredCount => Node["desiredCount"];

    /// <summary>How many tasks there are at least: the scaler's floor, else what is desired.</summary>
    public Prop MinCapacity => Scaler?["minCapacity"] ?? DesiredCount;

    /// <summary>Absent where nothing scales it.</summary>
    public Prop MaxCapacity => Scaler?["maxCapacity"] ?? default;

    public Prop Subnets => Node["networkConfiguration"]["subnets"];

    /// <summary>Whether its tasks are on the network of the servers that they run on.</summary>
    public bool IsOnItsServersNetwork => !Node["networkConfiguration"].IsStated();

    public Prop GracePeriod => Node["healthCheckGracePeriodSeconds"];

    public IEnumerable<Node> TargetGroups(Estate estate)
    {
        var (node, balancers) = (Node, Node["loadBalancers"]);
        var references = balancers.Value is ListValue && balancers.Items.Any(item => item.Value is MapValue)
            ? balancers.Items.Select(item => estate.References.Follow(node, item["targetGroupArn"], LoadBalancingTypes.TargetGroup))
            : estate.References.FollowAll(node, balancers, LoadBalancingTypes.TargetGroup);
        return references.Select(reference => reference.Target).OfType<Node>();
    }

    /// <summary>All but those that run one task on each server.</summary>
    public static IEnumerable<EcsService> AllIn(Estate estate)
    {
        var services = estate.OfType(EcsTypes.Service);
        if (services.Count == 0)
        {
            return [];
        }

        var byUrn = new Dictionary<string, Node>(StringComparer.Ordinal);
        var byName = new Dictionary<(string?, string), Node>();
        foreach (var target in estate.OfType(ApplicationAutoScalingTypes.Target).Where(target => target["serviceNamespace"].Text == "ecs"))
        {
            foreach (var service in ReferenceResolver.Declared(target, "resourceId", EcsTypes.Service))
            {
                byUrn.TryAdd(service.Urn, target);
            }

            // service/{cluster}/{name}
            if (target["resourceId"].Text is { } id)
            {
                byName.TryAdd((target.Region, id[(id.LastIndexOf('/') + 1)..]), target);
            }
        }

        return services.Where(service => service["schedulingStrategy"].Text != "DAEMON").Select(service => new EcsService(
            service,
            byUrn.GetValueOrDefault(service.Urn) ?? (service["name"].Text is { } name ? byName.GetValueOrDefault((service.Region, name)) : null)));
    }
}
