using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using Pulumi;
using Aws = Pulumi.Aws;
using Switch = Pulumi.Aws.ArcRegionSwitch.Inputs;

namespace DrInfra.Infra.Recovery;

/// <summary>What <see cref="RegionSwitch"/> needs.</summary>
/// <param name="Region">The primary Region. Plans are in no Region themselves, and run in the one that they activate.</param>
/// <param name="Workloads">All workloads; those with a standby to promote or to raise get a plan.</param>
/// <param name="Approvers">Roles of federated people who may approve, as ARN patterns; may be empty.</param>
public sealed record RegionSwitchArgs(RegionContext Region, IReadOnlyList<WorkloadSettings> Workloads, IReadOnlyList<string> Approvers);

/// <summary>
/// The plans that move workloads to the other Region, and back: one per workload with a standby that has something to promote or to
/// raise, and a parent that a person starts for all of them. Region switch executes them; this only declares.
/// </summary>
public sealed class RegionSwitch : ComponentResource
{
    private const string Activate = "activate";

    private readonly RegionContext _region;
    private readonly RegionSwitchArgs _args;
    private readonly PairIdentity _pair;
    private readonly Dictionary<string, Output<string>> _planArns = [];

    /// <summary>Declares plans and roles.</summary>
    /// <exception cref="ArgumentException">A plan's time-outs cannot fit its tier's RTO.</exception>
    public RegionSwitch(string name, RegionSwitchArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:recovery:RegionSwitch", name, options)
    {
        _args = args;
        _region = args.Region;
        _pair = _region.Identity;
        var plans = args.Workloads
            .Where(FailoverPlan.IsFor)
            .Select(workload => (Workload: workload, Plan: FailoverPlan.For(_pair, workload)))
            .ToList();
        var approver = DeclareApprover([.. plans
            .Where(pair => pair.Plan.Leaves.OfType<ApprovalStep>().Any())
            .Select(pair => pair.Plan.Name)]);
        foreach (var (workload, plan) in plans)
        {
            _planArns[workload.Name] = Declare(workload, plan, approver);
        }

        if (plans.Count > 0)
        {
            ParentPlanArn = DeclareParent([.. plans.Select(pair => pair.Plan.Name)]);
        }

        Region = Output.Create(_region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region whose provider declares the plans.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The ARN of the parent plan; null where no workload has a plan.</summary>
    [Output("parentPlanArn")]
    public Output<string>? ParentPlanArn { get; private set; }

    /// <summary>The ARNs of the plans, by workload.</summary>
    public IReadOnlyDictionary<string, Output<string>> PlanArns => _planArns;

    private Aws.Iam.RolePolicy? DeclareApprover(IReadOnlyList<string> planNames)
    {
        if (planNames.Count == 0)
        {
            return null;
        }

        var role = new Aws.Iam.Role("shared-failover-approver-role", new Aws.Iam.RoleArgs
        {
            Name = _region.Names.Role("shared", FailoverPlan.ApproverRolePart),
            Description = "Approves steps of Region-switch plans",
            AssumeRolePolicy = ApproverRole.TrustPolicy(_region.AccountId, _args.Approvers),
            Tags = _region.GlobalTags(_region.Shared),
        }, _region.Child(this));
        return new Aws.Iam.RolePolicy("shared-failover-approver-policy", new Aws.Iam.RolePolicyArgs
        {
            Name = "approve",
            Role = role.Name,
            Policy = ApproverRole.Policy(_region.AccountId, planNames),
        }, _region.Child(this));
    }

    private Output<string> Declare(WorkloadSettings workload, FailoverPlan plan, Aws.Iam.RolePolicy? approver)
    {
        var belonging = Belonging.To(workload);
        var roleName = _region.Names.Role(workload.Name, "region-switch");
        var (roleArn, permission) = DeclareRole(
            belonging, roleName, $"Moves {workload.Name} to the other Region", RegionSwitchRole.ForWorkload(_pair, roleName, plan));
        var args = PlanArgs(plan.Name, belonging, roleArn, $"Moves {workload.Name} to the Region that is activated", plan.Steps);
        foreach (var alarm in plan.Alarms)
        {
            args.AssociatedAlarms.Add(new Switch.PlanAssociatedAlarmArgs
            {
                MapBlockKey = alarm.Key,
                AlarmType = alarm.Type,
                ResourceIdentifier = alarm.Arn,
            });
        }

        foreach (var trigger in plan.Triggers)
        {
            args.Triggers.Add(new Switch.PlanTriggerArgs
            {
                Action = Activate,
                TargetRegion = trigger.TargetRegion,
                Description = $"The Region other than {trigger.TargetRegion} is lost",
                MinDelayMinutesBetweenExecutions = trigger.MinDelayMinutes,
                Conditions = [.. trigger.AlarmKeys.Select(key => new Switch.PlanTriggerConditionArgs
                {
                    AssociatedAlarmName = key,
                    Condition = "red",
                })],
            });
        }

        if (plan.RtoMinutes is { } minutes)
        {
            args.RecoveryTimeObjectiveMinutes = minutes;
        }

        Resource[] after = approver is null ? [permission] : [permission, approver];
        return new Aws.ArcRegionSwitch.Plan($"{workload.Name}-region-switch-plan", args, _region.Child(this, after)).Arn;
    }

    private Output<string> DeclareParent(IReadOnlyList<string> planNames)
    {
        var shared = _region.Shared;
        var planName = _region.Names.RegionSwitchPlan(shared.Workload);
        var roleName = _region.Names.Role(shared.Workload, "region-switch");
        var (roleArn, permission) = DeclareRole(
            shared, roleName, "Runs the plans of all workloads", RegionSwitchRole.ForParent(_pair, roleName, planName, planNames));
        var args = PlanArgs(
            planName, shared, roleArn, "Moves all workloads to the Region that is activated", FailoverPlan.ParentSteps(_args.Workloads));
        return new Aws.ArcRegionSwitch.Plan("shared-region-switch-plan", args, _region.Child(this, permission)).Arn;
    }

    private (Output<string> Arn, Aws.Iam.RolePolicy Permission) DeclareRole(
        Belonging belonging, string roleName, string description, string policy)
    {
        var role = new Aws.Iam.Role($"{belonging.Workload}-region-switch-role", new Aws.Iam.RoleArgs
        {
            Name = roleName,
            Description = description,
            AssumeRolePolicy = RegionSwitchRole.TrustPolicy,
            Tags = _region.GlobalTags(belonging),
        }, _region.Child(this));
        var permission = new Aws.Iam.RolePolicy($"{belonging.Workload}-region-switch-policy", new Aws.Iam.RolePolicyArgs
        {
            Name = "switch",
            Role = role.Name,
            Policy = policy,
        }, _region.Child(this));
        return (role.Arn, permission);
    }

    private Aws.ArcRegionSwitch.PlanArgs PlanArgs(
        string planName, Belonging belonging, Output<string> roleArn, string description, IReadOnlyList<PlanStep> steps) => new()
    {
        Name = planName,
        Description = description,
        ExecutionRole = roleArn,
        RecoveryApproach = "activePassive",
        Regions = { _pair.Regions.Primary, _pair.Regions.Standby },
        PrimaryRegion = _pair.Regions.Primary,

        // One workflow without a Region serves both directions; two of them come back in another order, and show as a change.
        Workflows =
        {
            new Switch.PlanWorkflowArgs
            {
                WorkflowTargetAction = Activate,
                WorkflowDescription = "Both directions",
                Steps = [.. steps.Select(step => PlanStepArguments.Of(step, _planArns))],
            },
        },
        ReportConfigurations =
        {
            new Switch.PlanReportConfigurationArgs
            {
                ReportOutputs =
                {
                    new Switch.PlanReportConfigurationReportOutputArgs
                    {
                        S3Configurations =
                        {
                            new Switch.PlanReportConfigurationReportOutputS3ConfigurationArgs
                            {
                                BucketOwner = _region.AccountId,
                                BucketPath = $"{_pair.Names.OperationsBucket(_pair.Regions.Standby)}/{OperationsBucket.PlanReportsPrefix.TrimEnd('/')}",
                            },
                        },
                    },
                },
            },
        },
        Tags = _region.GlobalTags(belonging),
    };
}
