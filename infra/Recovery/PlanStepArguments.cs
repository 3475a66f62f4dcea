using Pulumi;
using Switch = Pulumi.Aws.ArcRegionSwitch.Inputs;

namespace DrInfra.Infra.Recovery;

/// <summary>
/// Steps as the provider takes them. It has two sets of types, alike to the letter, for steps and for steps side by side, so that
/// these cannot be nested again.
/// </summary>
internal static class PlanStepArguments
{

    // The one way of knowing capacity that there is (API, EksResourceScalingConfiguration).
    private const string SampledMaximum = "sampledMaxInLast24Hours";
    private const string UngracefulFailover = "failover";

    /// <summary>A step of a workflow.</summary>
    /// <param name="step">The step.</param>
    /// <param name="planArns">The plans that steps may run, by their part of the name.</param>
    public static Switch.PlanWorkflowStepArgs Of(PlanStep step, IReadOnlyDictionary<string, Output<string>> planArns)
    {
        var args = new Switch.PlanWorkflowStepArgs { Name = step.Name, ExecutionBlockType = step.BlockType };
        switch (step)
        {
            case DatabaseStep database:
                args.GlobalAuroraConfigs =
                [
                    new Switch.PlanWorkflowStepGlobalAuroraConfigArgs
                    {
                        GlobalClusterIdentifier = database.GlobalCluster,
                        DatabaseClusterArns = [.. database.ClusterArns],
                        Behavior = database.Behavior,
                        TimeoutMinutes = database.Minutes,
                        Ungracefuls = [new Switch.PlanWorkflowStepGlobalAuroraConfigUngracefulArgs { Ungraceful = UngracefulFailover }],
                    },
                ];
                break;
            case CapacityStep capacity:
                args.EksResourceScalingConfigs =
                [
                    new Switch.PlanWorkflowStepEksResourceScalingConfigArgs
                    {
                        EksClusters =
                        [
                            .. capacity.ClusterArns.Select(arn => new Switch.PlanWorkflowStepEksResourceScalingConfigEksClusterArgs { ClusterArn = arn }),
                        ],
                        KubernetesResourceTypes =
                        [
                            new Switch.PlanWorkflowStepEksResourceScalingConfigKubernetesResourceTypeArgs { ApiVersion = "apps/v1", Kind = "Deployment" },
                        ],
                        ScalingResources =
                        [
                            .. capacity.Deployments.Select(one => new Switch.PlanWorkflowStepEksResourceScalingConfigScalingResourceArgs
                            {
                                Namespace = one.Namespace,
                                Resources =
                                [
                                    .. capacity.Regions.Select(region => new Switch.PlanWorkflowStepEksResourceScalingConfigScalingResourceResourceArgs
                                    {
                                        ResourceName = region,
                                        Namespace = one.Namespace,
                                        Name = one.Name,
                                        HpaName = one.Name,
                                    }),
                                ],
                            }),
                        ],
                        CapacityMonitoringApproach = SampledMaximum,
                        TargetPercent = CapacityStep.TargetPercent,
                        TimeoutMinutes = capacity.Minutes,
                        Ungracefuls =
                        [
                            new Switch.PlanWorkflowStepEksResourceScalingConfigUngracefulArgs { MinimumSuccessPercentage = CapacityStep.UngracefulPercent },
                        ],
                    },
                ];
                break;
            case RoutingStep routing:
                args.Route53HealthCheckConfigs =
                [
                    new Switch.PlanWorkflowStepRoute53HealthCheckConfigArgs
                    {
                        HostedZoneId = routing.ZoneId,
                        RecordName = routing.RecordName,
                        RecordSets = [.. routing.RecordSets.Select(set => new Switch.PlanWorkflowStepRoute53HealthCheckConfigRecordSetArgs
                        {
                            RecordSetIdentifier = set.SetIdentifier,
                            Region = set.Region,
                        })],
                        TimeoutMinutes = routing.Minutes,
                    },
                ];
                break;
            case ChildPlanStep child:
                args.RegionSwitchPlanConfigs = [new Switch.PlanWorkflowStepRegionSwitchPlanConfigArgs { Arn = planArns[child.Plan] }];
                break;
            case ParallelStep parallel:
                args.ParallelConfigs =
                [
                    new Switch.PlanWorkflowStepParallelConfigArgs { Steps = [.. parallel.Steps.Select(one => SideBySide(one, planArns))] },
                ];
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step.BlockType, "unknown kind of step");
        }

        return args;
    }

    private static Switch.PlanWorkflowStepParallelConfigStepArgs SideBySide(PlanStep step, IReadOnlyDictionary<string, Output<string>> planArns)
    {
        var args = new Switch.PlanWorkflowStepParallelConfigStepArgs { Name = step.Name, ExecutionBlockType = step.BlockType };
        switch (step)
        {
            case DatabaseStep database:
                args.GlobalAuroraConfigs =
                [
                    new Switch.PlanWorkflowStepParallelConfigStepGlobalAuroraConfigArgs
                    {
                        GlobalClusterIdentifier = database.GlobalCluster,
                        DatabaseClusterArns = [.. database.ClusterArns],
                        Behavior = database.Behavior,
                        TimeoutMinutes = database.Minutes,
                        Ungracefuls =
                        [
                            new Switch.PlanWorkflowStepParallelConfigStepGlobalAuroraConfigUngracefulArgs { Ungraceful = UngracefulFailover },
                        ],
                    },
                ];
                break;
            case CapacityStep capacity:
                args.EksResourceScalingConfigs =
                [
                    new Switch.PlanWorkflowStepParallelConfigStepEksResourceScalingConfigArgs
                    {
                        EksClusters =
                        [
                            .. capacity.ClusterArns.Select(arn => new Switch.PlanWorkflowStepParallelConfigStepEksResourceScalingConfigEksClusterArgs
                            {
                                ClusterArn = arn,
                            }),
                        ],
                        KubernetesResourceTypes =
                        [
                            new Switch.PlanWorkflowStepParallelConfigStepEksResourceScalingConfigKubernetesResourceTypeArgs
                            {
                                ApiVersion = "apps/v1",
                                Kind = "Deployment",
                            },
                        ],
                        ScalingResources =
                        [
                            .. capacity.Deployments.Select(one => new Switch.PlanWorkflowStepParallelConfigStepEksResourceScalingConfigScalingResourceArgs
                            {
                                Namespace = one.Namespace,
                                Resources =
                                [
                                    .. capacity.Regions.Select(
                                        region => new Switch.PlanWorkflowStepParallelConfigStepEksResourceScalingConfigScalingResourceResourceArgs
                                    {
                                        ResourceName = region,
                                        Namespace = one.Namespace,
                                        Name = one.Name,
                                        HpaName = one.Name,
                                    }),
                                ],
                            }),
                        ],
                        CapacityMonitoringApproach = SampledMaximum,
                        TargetPercent = CapacityStep.TargetPercent,
                        TimeoutMinutes = capacity.Minutes,
                        Ungracefuls =
                        [
                            new Switch.PlanWorkflowStepParallelConfigStepEksResourceScalingConfigUngracefulArgs
                            {
                                MinimumSuccessPercentage = CapacityStep.UngracefulPercent,
                            },
                        ],
                    },
                ];
                break;
            case RoutingStep routing:
                args.Route53HealthCheckConfigs =
                [
                    new Switch.PlanWorkflowStepParallelConfigStepRoute53HealthCheckConfigArgs
                    {
                        HostedZoneId = routing.ZoneId,
                        RecordName = routing.RecordName,
                        RecordSets = [.. routing.RecordSets.Select(set => new Switch.PlanWorkflowStepParallelConfigStepRoute53HealthCheckConfigRecordSetArgs
                        {
                            RecordSetIdentifier = set.SetIdentifier,
                            Region = set.Region,
                        })],
                        TimeoutMinutes = routing.Minutes,
                    },
                ];
                break;
            case ChildPlanStep child:
                args.RegionSwitchPlanConfigs =
                [
                    new Switch.PlanWorkflowStepParallelConfigStepRegionSwitchPlanConfigArgs { Arn = planArns[child.Plan] },
                ];
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step.BlockType, "never runs beside others");
        }

        return args;
    }
}
