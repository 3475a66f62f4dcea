using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;
using Switch = Pulumi.Aws.ArcRegionSwitch.Inputs;

namespace DrInfra.Infra.Recovery;

/// <summary>What <see cref="RegionSwitch"/> needs.</summary>
/// <param name="Region">The primary Region. Plans are in no Region themselves, and run in the one that they activate.</param>
/// <param name="Workloads">All workloads; those with a standby to promote or to raise are in a plan.</param>
/// <param name="Operators">Roles of federated people who may start plans, as ARN patterns; may be empty.</param>
public sealed record RegionSwitchArgs(RegionContext Region, IReadOnlyList<WorkloadSettings> Workloads, IReadOnlyList<string> Operators);

/// <summary>
/// The plans that move workloads to the other Region, and back, a parent that a person starts for all of them, and the roles of those
/// who start them. Region switch executes them; this only declares.
/// </summary>
[Practices("F3", "A2", "T3")]
public sealed class RegionSwitch : ComponentResource
{
    private const string Activate = "activate";

    private readonly RegionContext _region;
    private readonly RegionSwitchArgs _args;
    private readonly PairIdentity _pair;
    private readonly Dictionary<string, Output<string>> _planArns = [];
    private readonly Dictionary<string, Resource> _roles = [];

    /// <summary>Declares plans and roles.</summary>
    /// <exception cref="ArgumentException">A plan's time-outs cannot fit its tier's RTO.</exception>
    public RegionSwitch(string name, RegionSwitchArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:recovery:RegionSwitch", name, options)
    {
        _args = args;
        _region = args.Region;
        _pair = _region.Identity;
        var plans = FailoverPlan.AllOf(_pair, args.Workloads);
        foreach (var plan in plans)
        {
            _planArns[plan.Part] = Declare(plan);
        }

        if (plans.Count > 0)
        {
            ParentPlanArn = DeclareParent([.. plans.Select(plan => plan.Name)]);
            DeclareOperators(plans);
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

    /// <summary>The ARNs of the plans, by their part of the name.</summary>
    public IReadOnlyDictionary<string, Output<string>> PlanArns => _planArns;

    /// <summary>The roles of the plans, by their part of the name: clusters let them in.</summary>
    public IReadOnlyDictionary<string, Resource> Roles => _roles;

    // Starting all of them is starting the one that takes two people.
    private void DeclareOperators(IReadOnlyList<FailoverPlan> plans)
    {
        var parent = _region.Names.RegionSwitchPlan(_region.Shared.Workload);
        bool TakesTwo(FailoverPlan plan) => plan.Workloads[0].Tier.TwoPeople;
        string[] ofOne = [.. plans.Where(plan => !TakesTwo(plan)).Select(plan => plan.Name), .. plans.Any(TakesTwo) ? [] : new[] { parent }];
        string[] ofTwo = [.. plans.Where(TakesTwo).Select(plan => plan.Name), .. plans.Any(TakesTwo) ? [parent] : Array.Empty<string>()];
        DeclareOperator("failover-operator", "Starts failovers", FailoverOperatorRole.TrustPolicy(_region.AccountId, _args.Operators), ofOne);
        DeclareOperator(
            "failover-operator-of-two", "Starts failovers that a second person approved",
            FailoverOperatorRole.TrustPolicyOfTwo(_region.AccountId, _args.Operators), ofTwo);
    }

    private void DeclareOperator(string part, string description, string trust, string[] planNames)
    {
        if (planNames.Length == 0)
        {
            return;
        }

        var role = new Aws.Iam.Role($"shared-{part}-role", new Aws.Iam.RoleArgs
        {
            Name = _region.Names.Role("shared", part),
            Description = description,
            AssumeRolePolicy = trust,
            Tags = _region.GlobalTags(_region.Shared),
        }, _region.Child(this));
        _ = new Aws.Iam.RolePolicy($"shared-{part}-policy", new Aws.Iam.RolePolicyArgs
        {
            Name = "start",
            Role = role.Name,
            Policy = FailoverOperatorRole.Policy(_region.AccountId, planNames),
        }, _region.Child(this));
    }

    private Output<string> Declare(FailoverPlan plan)
    {
        var belonging = plan.Workloads is [var only] ? Belonging.To(only) : _region.Shared;
        var moved = string.Join(", ", plan.Workloads.Select(workload => workload.Name));
        var roleName = _region.Names.Role(plan.Part, FailoverPlan.RolePart);
        var (roleArn, permission) = DeclareRole(
            plan.Part, belonging, roleName, $"Moves {moved} to the other Region", RegionSwitchRole.ForPlan(_pair, roleName, plan));
        var args = PlanArgs(plan.Name, belonging, roleArn, $"Moves {moved} to the Region that is activated", plan.Steps);
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

        return new Aws.ArcRegionSwitch.Plan($"{plan.Part}-region-switch-plan", args, _region.Child(this, permission)).Arn;
    }

    private Output<string> DeclareParent(IReadOnlyList<string> planNames)
    {
        var shared = _region.Shared;
        var planName = _region.Names.RegionSwitchPlan(shared.Workload);
        var roleName = _region.Names.Role(shared.Workload, FailoverPlan.RolePart);
        var (roleArn, permission) = DeclareRole(
            shared.Workload, shared, roleName, "Runs the plans of all workloads", RegionSwitchRole.ForParent(_pair, roleName, planName, planNames));
        var args = PlanArgs(
            planName, shared, roleArn, "Moves all workloads to the Region that is activated", FailoverPlan.ParentSteps(_args.Workloads));
        return new Aws.ArcRegionSwitch.Plan("shared-region-switch-plan", args, _region.Child(this, permission)).Arn;
    }

    // A cluster lets a role in by its unique id: one that was made anew under its name would stand outside, and the plan with it.
    private (Output<string> Arn, Aws.Iam.RolePolicy Permission) DeclareRole(
        string part, Belonging belonging, string roleName, string description, string policy)
    {
        var options = _region.Child(this);
        options.Protect = true;
        var role = new Aws.Iam.Role($"{part}-region-switch-role", new Aws.Iam.RoleArgs
        {
            Name = roleName,
            Description = description,
            AssumeRolePolicy = RegionSwitchRole.TrustPolicy,
            Tags = _region.GlobalTags(belonging),
        }, options);
        _roles[part] = role;
        var permission = new Aws.Iam.RolePolicy($"{part}-region-switch-policy", new Aws.Iam.RolePolicyArgs
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
