namespace DrInfra.Policies.Rules.Detection;

/// <summary>Kinds of steps of a Region-switch plan, and the property that holds the configuration of each. Source: the API's type ExecutionBlockType.</summary>
internal static class PlanStepKinds
{
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        ["CustomActionLambda"] = "customActionLambdaConfigs",
        ["ManualApproval"] = "executionApprovalConfigs",
        ["AuroraGlobalDatabase"] = "globalAuroraConfigs",
        ["EC2AutoScaling"] = "ec2AsgCapacityIncreaseConfigs",
        ["ARCRoutingControl"] = "arcRoutingControlConfigs",
        ["ARCRegionSwitchPlan"] = "regionSwitchPlanConfigs",
        ["Parallel"] = "parallelConfigs",
        ["ECSServiceScaling"] = "ecsCapacityIncreaseConfigs",
        ["EKSResourceScaling"] = "eksResourceScalingConfigs",
        ["Route53HealthCheck"] = "route53HealthCheckConfigs",
        ["DocumentDb"] = "documentDbConfigs",
    };

    /// <summary>Null for a kind that is newer than this table.</summary>
    public static string? PropertyOf(string kind) => Properties.GetValueOrDefault(kind);

    /// <summary>Properties whose kind is known.</summary>
    public static IEnumerable<string> KnownProperties => Properties.Values;
}
