using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// Whether a failover of a pair is going on, as far as anything says so: the recovery manifests that are deployed and those that will be
/// (which repeat the settings), a further export, and the writer of each global database as the state knows it.
/// </summary>
internal sealed class Failovers
{
    private readonly Dictionary<string, (bool InProgress, bool Told)> _byPair = new(StringComparer.Ordinal);
    private readonly GraphManifests _manifests;

    /// <param name="stacks">What is compared.</param>
    /// <param name="states">Further exports of the pair's stacks.</param>
    /// <param name="manifests">What the graphs promise.</param>
    public Failovers(IReadOnlyList<StackComparison> stacks, IReadOnlyList<ResourceGraph> states, GraphManifests manifests)
    {
        _manifests = manifests;
        foreach (var graph in stacks.SelectMany(stack => new[] { stack.Before, stack.After }).Concat(states))
        {
            foreach (var manifest in manifests.Of(graph))
            {
                var (inProgress, told) = _byPair.GetValueOrDefault(manifest.Pair);
                _byPair[manifest.Pair] = (
                    inProgress || manifest.Failover == RecoveryManifest.FailoverInProgress || WritesIn(graph, manifest.Regions.Standby),
                    told || manifest.Failover is not null);
            }
        }
    }

    /// <summary>What a change is refused for, of what takes something from the Region that serves, or may serve.</summary>
    /// <param name="stack">The stack that changes.</param>
    /// <param name="change">What is done to one of its resources.</param>
    /// <param name="old">The resource as it is; null where it is not there.</param>
    /// <param name="wanted">The resource as it will be; null where it will not be there.</param>
    public IEnumerable<Refusal> Refusals(StackComparison stack, ResourceChange change, GraphResource? old, GraphResource? wanted)
    {
        if (_manifests.Of(stack.After.Resources.Count > 0 ? stack.After : stack.Before) is not [var manifest, ..]
            || _byPair[manifest.Pair] is { InProgress: false, Told: true })
        {
            return [];
        }

        var refused = FailoverGuards.Refusals(change, old, wanted, serves: manifest.Role == "standby");
        return _byPair[manifest.Pair].InProgress ? refused : refused.Select(refusal => refusal with
        {
            Detail = $"{(refusal.Detail is { } detail ? detail + "; " : "")}is a failover of pair {manifest.Pair} in progress? Nothing says: set "
                + "drinfra:failover, or give an export with --state FILE",
        });
    }

    // A plan promotes databases without any deployment. What a preview knows of the members is from the last deployment or refresh.
    private static bool WritesIn(ResourceGraph graph, string region) => !graph.Emulated && graph.Resources
        .Where(resource => resource.Type == RdsTypes.GlobalCluster)
        .SelectMany(resource => resource.Outputs["globalClusterMembers"]?.Unwrapped as ListValue ?? ListValue.Of([]))
        .Select(member => member.Unwrapped).OfType<MapValue>()
        .Any(member => member["isWriter"] is BoolValue { Value: true }
            && member["dbClusterArn"] is TextValue arn && arn.Value.Split(':') is [_, _, _, { } there, ..] && there == region);
}
