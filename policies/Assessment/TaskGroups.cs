using DrInfra.Policies.Aws.ApplicationAutoScaling;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Assessment;

/// <summary>Services of ECS that serve, with what scales them.</summary>
internal static class TaskGroups
{
    public static IEnumerable<ServerGroup> In(Estate estate)
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

        return services.Where(service => service["schedulingStrategy"].Text != "DAEMON").Select(service => ServerGroup.OfTasks(
            service,
            byUrn.GetValueOrDefault(service.Urn) ?? (service["name"].Text is { } name ? byName.GetValueOrDefault((service.Region, name)) : null)));
    }
}
