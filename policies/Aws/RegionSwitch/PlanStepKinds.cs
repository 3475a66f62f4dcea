namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>What a step of a failover plan does.</summary>
internal enum PlanStepKind
{
    Approval,
    Database,
    Capacity,

    /// <summary>A function of the operator's: an ungraceful run skips it (fact rs-lambda-ungraceful), so it does nothing in a disaster.</summary>
    Function,
    Routing,
    OtherPlan,

    /// <summary>Holds steps that run side by side.</summary>
    Parallel,
    Other,
}

/// <summary>Kinds of steps of a Region-switch plan, and the property that holds the configuration of each. Source: the API's types Step and
/// ExecutionBlockConfiguration.</summary>
internal static class PlanStepKinds
{
    private static readonly (string Type, string Property, PlanStepKind Kind)[] Table =
    [
        ("ManualApproval", "executionApprovalConfigs", PlanStepKind.Approval),
        ("AuroraGlobalDatabase", "globalAuroraConfigs", PlanStepKind.Database),
        ("DocumentDb", "documentDbConfigs", PlanStepKind.Database),
        ("NeptuneGlobalDatabase", "neptuneGlobalDatabaseConfigs", PlanStepKind.Database),
        ("RdsPromoteReadReplica", "rdsPromoteReadReplicaConfigs", PlanStepKind.Database),
        ("CustomActionLambda", "customActionLambdaConfigs", PlanStepKind.Function),
        ("EC2AutoScaling", "ec2AsgCapacityIncreaseConfigs", PlanStepKind.Capacity),
        ("ECSServiceScaling", "ecsCapacityIncreaseConfigs", PlanStepKind.Capacity),
        ("EKSResourceScaling", "eksResourceScalingConfigs", PlanStepKind.Capacity),
        ("AuroraProvisionedScaling", "auroraProvisionedScalingConfigs", PlanStepKind.Capacity),
        ("AuroraServerlessScaling", "auroraServerlessScalingConfigs", PlanStepKind.Capacity),
        ("Route53HealthCheck", "route53HealthCheckConfigs", PlanStepKind.Routing),
        ("ARCRoutingControl", "arcRoutingControlConfigs", PlanStepKind.Routing),
        ("ARCRegionSwitchPlan", "regionSwitchPlanConfigs", PlanStepKind.OtherPlan),
        ("RdsCreateCrossRegionReplica", "rdsCreateCrossRegionReplicaConfigs", PlanStepKind.Other),
        ("LambdaEventSourceMapping", "lambdaEventSourceMappingConfigs", PlanStepKind.Other),
        ("Parallel", "parallelConfigs", PlanStepKind.Parallel),
    ];

    /// <summary>Null for a kind that is newer than this table.</summary>
    public static string? PropertyOf(string type) => Array.Find(Table, row => row.Type == type).Property;

    /// <summary>Properties whose kind is known.</summary>
    public static IEnumerable<string> KnownProperties => Table.Select(row => row.Property);

    /// <summary>The kind of a step's block, by the configuration that it holds, and that configuration; the block itself where it holds none.</summary>
    public static (PlanStepKind Kind, Prop Config) Of(Prop block)
    {
        var row = Array.Find(Table, row => block[row.Property].Items.Count > 0);
        return row.Property is null ? (PlanStepKind.Other, block) : (row.Kind, block[row.Property].Items[0]);
    }
}
