using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// Which resources are of a workload: those with its tag, and those without a tag whose siblings under the same parent are all of one workload.
/// </summary>
internal sealed class WorkloadOwners
{
    private readonly Dictionary<string, string> _byUrn = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _workloads;

    /// <param name="estates">The stacks, before and after.</param>
    /// <param name="workloads">The workloads that are judged.</param>
    public WorkloadOwners(IEnumerable<Estate> estates, IReadOnlySet<string> workloads)
    {
        _workloads = workloads;
        foreach (var siblings in estates.SelectMany(estate => estate.All).GroupBy(node => node.Resource.Parent ?? "", StringComparer.Ordinal))
        {
            string[] named = [.. siblings.Select(node => node.Workload).OfType<string>().Distinct()];
            foreach (var node in siblings)
            {
                if ((node.Workload ?? (named.Length == 1 && siblings.Key.Length > 0 ? named[0] : null)) is { } workload)
                {
                    _byUrn[node.Urn] = workload;
                }
            }
        }
    }

    /// <summary>The stack without what is of other workloads alone.</summary>
    public StackComparison Only(StackComparison stack, string workload) => stack with
    {
        Before = Only(stack.Before, workload),
        After = Only(stack.After, workload),
        Diff = stack.Diff with { Changes = [.. stack.Diff.Changes.Where(change => Is(change.Urn, workload) && Is(change.OldUrn ?? change.Urn, workload))] },
    };

    private ResourceGraph Only(ResourceGraph graph, string workload) =>
        graph with { Resources = [.. graph.Resources.Where(resource => Is(resource.Urn, workload))] };

    private bool Is(string urn, string workload) => _byUrn.GetValueOrDefault(urn, workload) is var owner && (owner == workload || !_workloads.Contains(owner));
}
