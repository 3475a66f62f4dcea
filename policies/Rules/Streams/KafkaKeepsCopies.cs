using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaKeepsCopies : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
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
                yield return Finding.Violation(
                    cluster,
                    settings.InSyncReplicas < 2
                        ? $"min.insync.replicas is {settings.InSyncReplicas}, 2 needed"
                        : $"min.insync.replicas is {settings.ReplicationFactor}, the number of replicas, so one lost broker stops writes",
                    "configurationInfo.arn");
            }

            if (settings.UncleanElection)
            {
                yield return Finding.Violation(
                    cluster, "an out-of-sync broker can become leader: unclean.leader.election.enable is true", "configurationInfo.arn");
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
