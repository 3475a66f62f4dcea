using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Drctl.Emulation;

internal static class LogsResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(CloudWatchTypes.LogGroup, CreateLogGroup), new(CloudWatchTypes.LogResourcePolicy, CreateResourcePolicy),
    ];

    private static EmulatedResource CreateLogGroup(EmulationRequest request)
    {
        var name = request.PhysicalName();
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("logs", $"log-group:{name}"))
            .Default("logGroupClass", "STANDARD")
            .Default("retentionInDays", 0)
            .Off("skipDestroy", "deletionProtectionEnabled")
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateResourcePolicy(EmulationRequest request) => EmulatedOutputs.InRegion(request).WithId(request.Text("policyName"));
}
