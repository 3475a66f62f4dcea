using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class ReplicatorCopiesEverything : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => Replicators(context)
        .Concat(KafkaMirror.AllIn(context.Estate).Select(mirror => mirror.Stopped ?? mirror.Missing(context.Estate)).OfType<Reason>().Select(Finding.Of));

    private static IEnumerable<Finding> Replicators(RuleContext context)
    {
        foreach (var link in KafkaReplication.AllIn(context.Estate))
        {
            if (link.Missing(context.Estate) is { } missing)
            {
                yield return Finding.Of(missing);
            }

            foreach (var position in link.Info["topicReplications"].Items.Select(topics => topics["startingPosition"]["type"])
                .Where(position => position.Text != "EARLIEST"))
            {
                yield return position.IsUnknown ? Finding.Unknown(link.Replicator, position.Path)
                    : Finding.Violation(link.Replicator, "it leaves out the records from before it was created: startingPosition is LATEST", position.Path);
            }

            foreach (var cluster in link.Replicator["kafkaClusters"].Items.Where(cluster =>
                !cluster["amazonMskCluster"].IsStated() && !cluster["apacheKafkaCluster"].IsStated()))
            {
                yield return Finding.Violation(link.Replicator, "an entry of kafkaClusters names no cluster", cluster.Path);
            }

            foreach (var subnets in link.Replicator["kafkaClusters"].Items.Where(cluster => cluster["amazonMskCluster"].IsStated())
                .Select(cluster => cluster["vpcConfig"]["subnetIds"]).Where(subnets => !subnets.IsUnknown && subnets.Items.Count < 2))
            {
                yield return Finding.Violation(link.Replicator, $"it has {subnets.Items.Count} subnets of a cluster, two needed", subnets.Path);
            }

            foreach (var (option, what) in new[]
            {
                ("copyTopicConfigurations", "settings of topics"), ("copyAccessControlListsForTopics", "access lists of topics"),
            })
            {
                foreach (var topics in link.Info["topicReplications"].Items.Where(topics => topics[option].Flag == false))
                {
                    yield return Finding.Violation(link.Replicator, $"{what} are not copied", topics[option].Path);
                }
            }

            foreach (var groups in link.Info["consumerGroupReplications"].Items.Where(groups => groups["detectAndCopyNewConsumerGroups"].Flag == false))
            {
                yield return Finding.Violation(link.Replicator, "new consumer groups are not copied", groups["detectAndCopyNewConsumerGroups"].Path);
            }

            if (link.Source.IsUnknown || link.Target.IsUnknown)
            {
                yield return Finding.Unknown(link.Replicator, "replicationInfoList");
            }
            else if (link.Source.Region is { } from && link.Target.Region is { } to && from == to)
            {
                yield return Finding.Violation(link.Replicator, $"it copies from {from} to {to}", "replicationInfoList");
            }
            else if ((link.Source.IsAbsent && !link.Info["sourceKafkaClusterId"].IsStated())
                || (link.Target.IsAbsent && !link.Info["targetKafkaClusterId"].IsStated()))
            {
                yield return Finding.Violation(link.Replicator, "it names no source or no target", "replicationInfoList");
            }
            else if (!Lists(context.Estate, link))
            {
                yield return Finding.Violation(link.Replicator, "kafkaClusters lacks the source or the target", "kafkaClusters");
            }
        }
    }

    private static bool Lists(Estate estate, KafkaReplication link)
    {
        var listed = link.Replicator["kafkaClusters"].Items.Select(item =>
            estate.References.Follow(link.Replicator, item["amazonMskCluster"]["mskClusterArn"], MskTypes.Cluster, MskTypes.ServerlessCluster))
            .ToArray();
        // Of a property that is not known yet, the one cluster that it is made of may be either.
        return listed.Any(reference => reference.IsUnknown || reference.IsAbsent)
            || link.Replicator["kafkaClusters"].Items.Any(item => item["amazonMskCluster"]["mskClusterArn"].IsUnknown)
            || new[] { link.Source, link.Target }
                .All(end => listed.Any(reference => reference.Target is not null ? reference.Target == end.Target : reference.Text == end.Text));
    }
}
