using DrInfra.Infra.Serving;
using Pulumi;
using Switch = Pulumi.Aws.ArcRegionSwitch.Inputs;

namespace DrInfra.Infra.Recovery;

/// <summary>
/// Steps as the provider takes them. It has two sets of types, alike to the letter, for steps and for steps side by side, so that
/// these cannot be nested again.
/// </summary>
internal static class PlanStepArguments
{
    private const string ActivatingRegion = "activatingRegion";
    private const string UngracefulFailover = "failover";

    /// <summary>A step of a workflow.</summary>
    /// <param name="step">The step.</param>
    /// <param name="planArns">The plans that steps may run, by workload.</param>
    public static Switch.PlanWorkflowStepArgs Of(PlanStep step, IReadOnlyDictionary<string, Output<string>> planArns)
    {
        var args = new Switch.PlanWorkflowStepArgs { Name = step.Name, ExecutionBlockType = step.BlockType };
        switch (step)
        {
            case ApprovalStep approval:
                args.ExecutionApprovalConfigs =
                [
                    new Switch.PlanWorkflowStepExecutionApprovalConfigArgs
                    {
                        ApprovalRole = approval.RoleArn,
                        TimeoutMinutes = approval.Minutes,
                    },
                ];
                break;
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
                args.CustomActionLambdaConfigs =
                [
                    new Switch.PlanWorkflowStepCustomActionLambdaConfigArgs
                    {
                        Lambdas =
                        [
                            .. capacity.FunctionArns.Select(arn => new Switch.PlanWorkflowStepCustomActionLambdaConfigLambdaArgs { Arn = arn }),
                        ],
                        RegionToRun = ActivatingRegion,
                        RetryIntervalMinutes = RetryMinutes(capacity),
                        TimeoutMinutes = capacity.Minutes,
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
                args.RegionSwitchPlanConfigs = [new Switch.PlanWorkflowStepRegionSwitchPlanConfigArgs { Arn = planArns[child.Workload] }];
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
                args.CustomActionLambdaConfigs =
                [
                    new Switch.PlanWorkflowStepParallelConfigStepCustomActionLambdaConfigArgs
                    {
                        Lambdas =
                        [
                            .. capacity.FunctionArns.Select(
                                arn => new Switch.PlanWorkflowStepParallelConfigStepCustomActionLambdaConfigLambdaArgs { Arn = arn }),
                        ],
                        RegionToRun = ActivatingRegion,
                        RetryIntervalMinutes = RetryMinutes(capacity),
                        TimeoutMinutes = capacity.Minutes,
                    },
                ];
                break;
            case ChildPlanStep child:
                args.RegionSwitchPlanConfigs =
                [
                    new Switch.PlanWorkflowStepParallelConfigStepRegionSwitchPlanConfigArgs { Arn = planArns[child.Workload] },
                ];
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step.BlockType, "never runs beside others");
        }

        return args;
    }

    // Region switch calls again when a call has not succeeded after this time: not while one is still waiting for its servers.
    private static int RetryMinutes(CapacityStep step) => Math.Min(step.Minutes, (int)Math.Ceiling(CapacityFunction.Timeout.TotalMinutes));
}
