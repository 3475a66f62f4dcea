using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Drctl.Emulation;

internal static class EventResources
{
    // Where nothing else is stated.
    private const string Bus = "default";

    public static IReadOnlyList<EmulatedType> Types { get; } = [new(CloudWatchTypes.EventRule, CreateRule), new(CloudWatchTypes.EventTarget, CreateTarget)];

    private static EmulatedResource CreateRule(EmulationRequest request)
    {
        var name = request.PhysicalName();
        var bus = request.Text("eventBusName") ?? Bus;
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("namePrefix", string.Empty)
            .Set("arn", request.Arn("events", bus == Bus ? $"rule/{name}" : $"rule/{bus}/{name}"))
            .Default("eventBusName", Bus)
            .Default("state", "ENABLED")
            .Off("forceDestroy")
            .Tagged()
            .WithId(bus == Bus ? name : $"{bus}/{name}");
    }

    private static EmulatedResource CreateTarget(EmulationRequest request)
    {
        var target = request.Text("targetId") ?? request.Uuid();
        return EmulatedOutputs.InRegion(request)
            .Set("targetId", target)
            .Default("eventBusName", Bus)
            .Off("forceDestroy")
            .WithId(request.Text("rule") is { } rule ? $"{rule}-{target}" : null);
    }
}
