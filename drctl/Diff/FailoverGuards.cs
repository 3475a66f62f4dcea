using System.Globalization;
using DrInfra.Policies.Aws.ApplicationAutoScaling;
using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.GlobalAccelerator;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.RecoveryControl;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Graph;
using static DrInfra.Drctl.Diff.Guard;
using static DrInfra.Policies.Operations.OperationRules;

namespace DrInfra.Drctl.Diff;

/// <summary>What a deployment during a failover would take from the Region that serves: capacity there, the writer and traffic in both stacks.</summary>
internal static class FailoverGuards
{
    private static readonly string[] Instances = [RdsTypes.ClusterInstance, RdsTypes.Instance, DocDbTypes.ClusterInstance, NeptuneTypes.ClusterInstance];

    private static readonly string[] Scaled = ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet"];

    private const string Autoscaler = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";

    private static readonly Guard[] Capacity =
    [
        .. Shrinks([AutoScalingTypes.Group], 0, "minSize", "maxSize", "desiredCapacity"),
        .. Shrinks([ApplicationAutoScalingTypes.Target], 0, "minCapacity", "maxCapacity"),
        .. Shrinks([EksTypes.NodeGroup], 0, "scalingConfig.minSize", "scalingConfig.maxSize", "scalingConfig.desiredSize"),
        .. Shrinks([EcsTypes.Service], 0, "desiredCount"),
        .. Shrinks(Scaled, 1, "spec.replicas"),
        .. Shrinks([Autoscaler], 1, "spec.minReplicas", "spec.maxReplicas"),
        .. Shrinks([RdsTypes.Cluster], 0, "serverlessv2ScalingConfiguration.minCapacity", "serverlessv2ScalingConfiguration.maxCapacity"),
        .. Shrinks([ElastiCacheTypes.ReplicationGroup], 0, "numCacheClusters", "numNodeGroups", "replicasPerNodeGroup"),
        new(Instances, "instanceClass", Smaller, FailedOverWeakened, "may get a smaller instance ({old} -> {new})"),
        new([ElastiCacheTypes.ReplicationGroup], "nodeType", Smaller, FailedOverWeakened, "may get smaller nodes ({old} -> {new})"),
    ];

    // These decide which Region clients reach, and which one writes: in the stacks of both Regions.
    private static readonly Dictionary<string, string> Shared = new[]
    {
        (RdsTypes.GlobalCluster, "writer"), (DocDbTypes.GlobalCluster, "writer"), (NeptuneTypes.GlobalCluster, "writer"),
        (ElastiCacheTypes.GlobalReplicationGroup, "writer"),
        (Route53Types.Record, "traffic"), (Route53Types.HealthCheck, "traffic"), (RegionSwitchTypes.Plan, "traffic"),
        (RecoveryControlTypes.RoutingControl, "traffic"), (RecoveryControlTypes.SafetyRule, "traffic"),
        (GlobalAcceleratorTypes.EndpointGroup, "traffic"), (GlobalAcceleratorTypes.Listener, "traffic"),
    }.ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    // What may not go from the Region that serves.
    private static readonly HashSet<string> Serving = new(
        [
            .. Capacity.SelectMany(guard => guard.Types),
            LoadBalancingTypes.LoadBalancer, LoadBalancingTypes.TargetGroup, LoadBalancingTypes.TargetGroupAttachment, LoadBalancingTypes.Listener,
            LoadBalancingTypes.ListenerRule, AutoScalingTypes.Attachment,
        ],
        StringComparer.Ordinal);

    /// <summary>What is refused of a change while the standby serves.</summary>
    /// <param name="change">What is done to a resource.</param>
    /// <param name="old">As it is; null where it is not there.</param>
    /// <param name="wanted">As it will be; null where it will not be there.</param>
    /// <param name="serves">Whether it is in the stack of the Region that serves.</param>
    public static IEnumerable<Refusal> Refusals(ResourceChange change, GraphResource? old, GraphResource? wanted, bool serves)
    {
        if (change.Operation is Operation.Create or Operation.Ignored)
        {
            yield break;
        }

        var goes = change.Operation != Operation.Update;
        if (Shared.GetValueOrDefault(change.Type) is { } part)
        {
            string[] paths =
                [.. change.Properties.Where(property => !property.Ignored && !IsTag(property.Path)).Select(property => property.Path.ToString())];
            if (goes || paths.Length > 0)
            {
                yield return new Refusal(
                    FailedOverWeakened, $"may move the {part} away from the Region that serves", goes ? Named(change) : string.Join(", ", paths));
            }
        }
        else if (serves && Serving.Contains(change.Type))
        {
            if (goes)
            {
                yield return new Refusal(FailedOverWeakened, "takes capacity away from the Region that serves", Named(change));
                yield break;
            }

            if (old is not null && wanted is not null)
            {
                foreach (var refusal in Guard.Refusals(Capacity, change.Type, old.Inputs, wanted.Inputs, wanted.IgnoreChanges))
                {
                    yield return refusal;
                }
            }
        }
    }

    private static IEnumerable<Guard> Shrinks(string[] types, double absent, params string[] paths) => paths.Select(path =>
        new Guard(types, path, Shorter(absent), FailedOverWeakened, $"shrinks {path.Split('.')[^1]} ({{old}} -> {{new}})"));

    private static bool IsTag(PropertyPath path) => path.IsUnder("tags") || path.IsUnder("tagsAll");

    private static string Named(ResourceChange change) => change.Operation switch
    {
        Operation.Delete => "it is deleted",
        Operation.Replace => "it is replaced",
        _ => "it may be replaced",
    };

    // Sizes of one family and of others are compared by their names; what has none may be smaller.
    private static bool Smaller(PropertyValue? old, PropertyValue? value) =>
        old is not null && !Equals(old.Unwrapped, value?.Unwrapped)
        && !(Size(old) is { } had && Size(value) is { } has && has >= had);

    private static double? Size(PropertyValue? value) => (value?.Unwrapped as TextValue)?.Value.Split('.')[^1] switch
    {
        "nano" => 0.25,
        "micro" => 0.5,
        "small" => 1,
        "medium" => 2,
        "large" => 4,
        "xlarge" => 8,
        { } size when size.EndsWith("xlarge", StringComparison.Ordinal)
            && int.TryParse(size[..^"xlarge".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var times) => 8 * times,
        _ => null,
    };
}
