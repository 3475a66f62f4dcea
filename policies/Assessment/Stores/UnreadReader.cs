using DrInfra.Recovery;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// What holds data, of services that no other reader knows: nothing is said of where else the data is, so no disruption is survived
/// but by AWS Backup's copies.
/// </summary>
/// <param name="read">The types that others answer for.</param>
internal sealed class UnreadReader(IEnumerable<string> read) : IStoreReader
{
    private readonly HashSet<string> _read = [.. read];

    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var types = context.Estate.Types.Where(type => StatefulTypes.Find(type)?.Part == StatefulPart.Data && !_read.Contains(type))
            .Order(StringComparer.Ordinal);
        foreach (var node in context.Estate.OfTypes(types).Where(node => StatefulTypes.Find(node) is not null))
        {
            var kind = StatefulTypes.Find(node)!.Kind;
            var workload = context.WorkloadOf(node);
            var (label, size, change) = context.Describe(workload, kind, node);
            var store = new Store(node, workload, kind, label, node.Region) { Members = [node], SizeGb = size, ChangeGbPerDay = change };
            var copy = new CopyBuilder("its own storage", node.Region, node);
            foreach (var disruption in DisruptionNames.All)
            {
                copy.Loses(disruption, $"what a {kind} survives is not computed");
            }

            yield return store with { Copies = [copy.Build()] };
        }
    }
}
