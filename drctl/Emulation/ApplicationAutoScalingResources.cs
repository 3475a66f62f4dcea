using DrInfra.Policies.Aws.ApplicationAutoScaling;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class ApplicationAutoScalingResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        // One target for each dimension of a resource, whose id all of them share.
        new(ApplicationAutoScalingTypes.Target, CreateTarget, IdentityScope.Nowhere),
        new(ApplicationAutoScalingTypes.Policy, CreatePolicy, IdentityScope.Nowhere),
    ];

    private static EmulatedResource CreateTarget(EmulationRequest request)
    {
        var (least, most) = (request.Number("minCapacity") ?? 0, request.Number("maxCapacity") ?? 0);
        if (least > most)
        {
            throw request.Refuse("minCapacity", least, $"it may not exceed maxCapacity, which is {most}.");
        }

        return EmulatedOutputs.InRegion(request)
            .Set("arn", request.Arn("application-autoscaling", $"scalable-target/{request.Hex(34)}"))
            .Default("roleArn", request.GlobalArn(
                "iam", $"role/aws-service-role/{request.Text("serviceNamespace")}.application-autoscaling.amazonaws.com/"
                    + "AWSServiceRoleForApplicationAutoScaling"))
            .Default("suspendedState", Map(
                ("dynamicScalingInSuspended", false), ("dynamicScalingOutSuspended", false), ("scheduledScalingSuspended", false)))
            .Tagged()
            .WithId(request.Text("resourceId"));
    }

    private static EmulatedResource CreatePolicy(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("autoscaling", $"scalingPolicy:{request.Uuid()}:resource/{request.Text("serviceNamespace")}/"
                + $"{request.Text("resourceId")}:policyName/{name}"))
            .Default("policyType", "StepScaling")
            .EmptyLists("alarmArns")
            .WithId(name);
    }
}
