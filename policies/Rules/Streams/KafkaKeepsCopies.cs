using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Kubernetes.Strimzi;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaKeepsCopies : StackRule
{
    private const string Unclean = "an out-of-sync broker can become leader: unclean.leader.election.enable is true";

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Clusters(context).Concat(StrimziCluster.AllIn(context.Estate).SelectMany(cluster => OfStrimzi(context, cluster)));

    private static IEnumerable<Finding> OfStrimzi(RuleContext context, StrimziCluster cluster)
    {
        if (cluster.Unknown is { } unknown)
        {
            yield return Finding.Unknown(cluster.Node, unknown.Path);
            yield break;
        }

        (Node Node, double Replicas, double InSync, string Path)[] all =
        [
            (cluster.Node, cluster.DefaultReplicas, cluster.DefaultInSync, cluster.Settings.Path),
            .. cluster.Topics.Select(topic => (topic.Node, cluster.ReplicasOf(topic), cluster.InSyncOf(topic), topic.Node["spec"].Path)),
        ];
        foreach (var (node, replicas, inSync, path) in all)
        {
            if (replicas < context.Parameters["minimumCopies"])
            {
                yield return Finding.Violation(node, $"topics have {replicas} replicas, {context.Parameters["minimumCopies"]} needed", path);
            }
            else if (inSync < 2 || inSync >= replicas)
            {
                yield return Finding.Violation(node, InSync(inSync, replicas), path);
            }
        }

        if (cluster.UncleanElection)
        {
            yield return Finding.Violation(cluster.Node, Unclean, cluster.Settings.Path);
        }

        if (cluster.RetentionMilliseconds / UnitsOfTime.MillisecondsPerSecond / UnitsOfTime.Hour is { } hours && hours < context.Parameters["minimumHours"])
        {
            yield return Finding.Violation(
                cluster.Node, $"records are retained {hours} hours, {context.Parameters["minimumHours"]} needed", cluster.Settings.Path);
        }
    }

    private static string InSync(double inSync, double replicas) => inSync < 2
        ? $"min.insync.replicas is {inSync}, 2 needed"
        : $"min.insync.replicas is {inSync}, the number of replicas, so one lost broker stops writes";

    private static IEnumerable<Finding> Clusters(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfType(MskTypes.Cluster))
        {
            var settings = KafkaSettings.Of(context.Estate, cluster);
            if (settings.Unknown is { } unknown)
            {
                yield return Finding.Unknown(cluster, unknown);
                continue;
            }

            if (settings.ReplicationFactor < context.Parameters["minimumCopies"])
            {
                yield return Finding.Violation(
                    cluster, $"topics have {settings.ReplicationFactor} replicas, {context.Parameters["minimumCopies"]} needed", "configurationInfo.arn");
            }

            if (settings.InSyncReplicas < 2 || settings.InSyncReplicas >= settings.ReplicationFactor)
            {
                yield return Finding.Violation(cluster, InSync(settings.InSyncReplicas, settings.ReplicationFactor), "configurationInfo.arn");
            }

            if (settings.UncleanElection)
            {
                yield return Finding.Violation(cluster, Unclean, "configurationInfo.arn");
            }

            if (settings.RetentionHours < context.Parameters["minimumHours"])
            {
                yield return Finding.Violation(
                    cluster, $"records are retained {settings.RetentionHours} hours, {context.Parameters["minimumHours"]} needed", "configurationInfo.arn");
            }
        }

        var references = context.Estate.OfType(MskTypes.Cluster)
            .Select(cluster => context.Estate.References.Follow(cluster, cluster["configurationInfo"]["arn"], MskTypes.Configuration)).ToArray();
        var used = references.Select(reference => reference.Target).OfType<Node>().ToHashSet();
        foreach (var configuration in context.Estate.OfType(MskTypes.Configuration)
            .Where(configuration => !used.Contains(configuration) && !references.Any(reference => reference.IsUnknown)))
        {
            yield return Finding.Violation(configuration, "no cluster uses it");
        }
    }
}
