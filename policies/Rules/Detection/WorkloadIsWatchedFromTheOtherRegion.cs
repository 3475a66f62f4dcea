using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Detection;

public sealed class WorkloadIsWatchedFromTheOtherRegion : StackRule
{
    private const string Standby = "standby";

    private static readonly string[] Servers =
    [
        RdsTypes.Cluster, RdsTypes.Instance, LoadBalancingTypes.LoadBalancer, AutoScalingTypes.Group,
        EcsTypes.Service, EksTypes.Cluster, ElastiCacheTypes.ReplicationGroup,
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var standbys = estate.OfTypes(Servers).Where(node => node.Tag(DrTags.Role) == Standby).ToLookup(node => node.Workload);
        var alarms = estate.OfType(CloudWatchTypes.MetricAlarm).ToLookup(alarm => alarm.Workload);
        foreach (var promise in context.Promises.Value.All)
        {
            var standby = standbys[promise.Workload].FirstOrDefault();
            if (standby?.Region is { } region && !alarms[promise.Workload].Any(alarm => alarm.Region == region && Detects(alarm)))
            {
                yield return Finding.Violation(standby, $"no alarm in {region} detects the loss of {promise.Workload}'s primary Region");
            }
        }
    }

    // Silence at the copy is the loss. The alarm must act by itself: a composite of many warnings is no detector.
    private static bool Detects(Node alarm) =>
        MetricSource.Single(alarm) is var (_, metric)
        && new MetricAlarm(alarm).RingsOnSilence
        && (metric is { Namespace: "CloudWatchSynthetics", Name: "SuccessPercent" }
            || (metric.Kind == MetricKind.Lag && metric.Namespace is "AWS/RDS" or "AWS/S3"))
        && (alarm["alarmActions"] is var actions && (actions.IsUnknown || actions.Items.Count > 0));
}
