using DrInfra.Policies.Aws.ApplicationAutoScaling;
using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaStorageGrows : StackRule
{
    private const string Dimension = "kafka:broker-storage:VolumeSize";

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfType(MskTypes.Cluster).Where(cluster => !KafkaSettings.IsExpress(cluster)))
        {
            var size = cluster["brokerNodeGroupInfo"]["storageInfo"]["ebsStorageInfo"]["volumeSize"];
            var targets = ScalingOf(context.Estate, ApplicationAutoScalingTypes.Target, cluster);
            if (targets is null)
            {
                yield return Finding.Unknown(cluster, size.Path);
            }
            else if (targets.Count == 0 || ScalingOf(context.Estate, ApplicationAutoScalingTypes.Policy, cluster) is { Count: 0 })
            {
                yield return Finding.Violation(cluster, "the storage of its brokers does not grow: a full broker takes no records", size.Path);
            }
            else if (targets[0]["maxCapacity"] is { IsUnknown: false } most && !(most.Number > (size.Number ?? 0)))
            {
                yield return Finding.Violation(targets[0], $"the storage of {cluster.Name} cannot grow beyond {size} GiB", most.Path);
            }
        }
    }

    // Null where one scales a cluster that only the deployment will name.
    private static IReadOnlyList<Node>? ScalingOf(Estate estate, string type, Node cluster)
    {
        var all = estate.OfType(type).Where(node => node["scalableDimension"].Text == Dimension)
            .Select(node => (Node: node, Cluster: estate.References.Follow(node, "resourceId", MskTypes.Cluster))).ToArray();
        Node[] own = [.. all.Where(pair => pair.Cluster.Target == cluster).Select(pair => pair.Node)];
        return own.Length == 0 && Array.Exists(all, pair => pair.Cluster.IsUnknown && pair.Node.Region == cluster.Region) ? null : own;
    }
}
