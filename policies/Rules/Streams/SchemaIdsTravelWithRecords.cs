using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Streams;

public sealed class SchemaIdsTravelWithRecords : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var replications = RecordReplication.In(context.Estate);
        return replications.Count == 0 ? [] : OfGlue(context.Estate, replications).Concat(OfPods(context.Estate, replications));
    }

    // The id of a version is random, and only the registry that gave it knows it.
    private static IEnumerable<Finding> OfGlue(Estate estate, IReadOnlyList<RecordReplication> replications) =>
        replications.FirstOrDefault(replication => !replication.ConvertsGlueIds) is not { } carrier ? []
        : estate.OfType(GlueTypes.Registry).Select(registry => Finding.Violation(
            registry,
            $"{carrier.Node.Name} replicates records with ids of schema versions as they are, and each Region's registry has ids of its own",
            "registryName"));

    // Registries that do not share their topic number their schemas each for itself.
    private static IEnumerable<Finding> OfPods(Estate estate, IReadOnlyList<RecordReplication> replications)
    {
        if (replications.Any(replication => replication.CopiesRegistry == true))
        {
            yield break;
        }

        var clients = SchemaRegistryClients.In(estate).Where(client => client.Pods.Region is not null).ToArray();
        foreach (var group in clients.GroupBy(client => (Pods.NamespaceOf(client.Pods), client.Pods["metadata"]["name"].Text))
            .Where(group => group.Select(client => client.Pods.Region).Distinct().Skip(1).Any()))
        {
            var addresses = group.Select(client => client.Address).ToArray();
            foreach (var (pods, address) in group)
            {
                if (address.IsUnknown)
                {
                    yield return Finding.Unknown(pods, address.Path);
                }
                else if (Array.Exists(addresses, other => other.IsKnown && other.Text != address.Text) || IsInCluster(address.Text))
                {
                    yield return replications.Any(replication => replication.CopiesRegistry is null)
                        ? Finding.Unknown(replications.First(replication => replication.CopiesRegistry is null).Node, "topicsToReplicates")
                        : Finding.Violation(
                            pods, $"its registry is one of {pods.Region} alone, and no replication copies the topic of the registry", address.Path);
                }
            }
        }
    }

    // A service of the cluster is one of each cluster, though its name is the same.
    private static bool IsInCluster(string? address) =>
        address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (!uri.Host.Contains('.', StringComparison.Ordinal) || uri.Host.Contains(".svc", StringComparison.Ordinal));
}
