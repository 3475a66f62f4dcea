using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Operations;

/// <summary>What <see cref="RecoveryAlarms"/> needs.</summary>
/// <param name="Region">The Region that the alarms are in; the home Region of the stack.</param>
/// <param name="Workloads">The workloads with the promises.</param>
/// <param name="TopicArn">The Region's topic, computed.</param>
public sealed record RecoveryAlarmsArgs(RegionContext Region, IReadOnlyList<WorkloadSettings> Workloads, string TopicArn);

/// <summary>
/// The alarms of one Region on the promises of all workloads: what lags, what failed to replicate, which cluster is silent, which
/// backup is missing, and the detectors that have no canary. Each tells people itself: a composite acts when it turns red, so one
/// alarm that stays red would hide the next. A composite per workload sums up for the dashboard, and tells nobody; composites see
/// alarms of their own Region and account only (gotcha 72). In the primary, the dashboard too.
/// </summary>
[Practices("F6", "H7", "I3")]
public sealed class RecoveryAlarms : ComponentResource
{
    private readonly RegionContext _region;
    private readonly string _topicArn;

    /// <summary>Declares the alarms.</summary>
    public RecoveryAlarms(string name, RecoveryAlarmsArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:operations:RecoveryAlarms", name, options)
    {
        _region = args.Region;
        _topicArn = args.TopicArn;
        var (pair, shared) = (_region.Identity, _region.Shared);
        DeclareComposite(shared, [.. BackupAlarms.Shared(pair, _region.Region).Select(spec => (spec.Part, Declare(shared, spec)))]);
        foreach (var workload in args.Workloads)
        {
            var belonging = Belonging.To(workload);
            var atRisk = AtRiskAlarms.For(pair, workload, _region.Region).Select(spec => (spec.Part, Declare(belonging, spec))).ToList();
            foreach (var detector in Detectors.For(pair, workload, _region.Region))
            {
                // Not in the composite: a detector is red for as long as the roles are swapped, and would hide what the others say.
                Declare(belonging, detector);
            }

            if (atRisk.Count > 0)
            {
                DeclareComposite(belonging, atRisk);
            }
        }

        if (_region.Role == StackRole.Primary)
        {
            _ = new Aws.CloudWatch.Dashboard("shared-recovery-dashboard", new Aws.CloudWatch.DashboardArgs
            {
                DashboardName = _region.Names.Dashboard(),
                DashboardBody = DashboardBody.Of(pair, args.Workloads),
            }, _region.Child(this));
        }

        Region = Output.Create(_region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    private Aws.CloudWatch.MetricAlarm Declare(Belonging belonging, AlarmSpec spec)
    {
        var args = new Aws.CloudWatch.MetricAlarmArgs
        {
            Name = _region.Names.Alarm(belonging.Workload, spec.Part, _region.Region),
            AlarmDescription = spec.Description,
            Namespace = spec.Namespace,
            MetricName = spec.Metric,
            Dimensions = spec.Dimensions.ToDictionary(),
            Statistic = spec.Statistic,
            ComparisonOperator = spec.Comparison,
            Threshold = spec.Threshold,
            Period = spec.PeriodSeconds,
            EvaluationPeriods = spec.Periods,
            DatapointsToAlarm = spec.BadPeriods ?? spec.Periods,
            TreatMissingData = spec.Missing == MissingData.Breaching ? "breaching" : "notBreaching",
            Tags = _region.Tags(belonging),
        };
        if (spec.Use != AlarmUse.Condition)
        {
            args.AlarmActions = [_topicArn];
            args.OkActions = [_topicArn];
        }

        return new Aws.CloudWatch.MetricAlarm($"{belonging.Workload}-{spec.Part}-{_region.Region}", args, _region.Child(this));
    }

    private void DeclareComposite(
        Belonging belonging, IReadOnlyList<(string Part, Aws.CloudWatch.MetricAlarm Alarm)> alarms)
    {
        var ringing = alarms.Select(alarm => $"ALARM(\"{_region.Names.Alarm(belonging.Workload, alarm.Part, _region.Region)}\")");

        // CloudWatch refuses a rule that names an alarm that is not there.
        var logicalName = $"{belonging.Workload}-{AtRiskAlarms.Part}-{_region.Region}";
        _ = new Aws.CloudWatch.CompositeAlarm(logicalName, new Aws.CloudWatch.CompositeAlarmArgs
        {
            AlarmName = _region.Names.Alarm(belonging.Workload, AtRiskAlarms.Part, _region.Region),
            AlarmDescription = $"An objective of {belonging.Workload} would not hold if the worst happened now; an alarm of the rule says why",
            AlarmRule = string.Join(" OR ", ringing),
            Tags = _region.Tags(belonging),
        }, _region.Child(this, [.. alarms.Select(alarm => alarm.Alarm)]));
    }
}
