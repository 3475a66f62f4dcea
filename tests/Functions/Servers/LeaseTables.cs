namespace DrInfra.Tests.Functions.Servers;

/// <summary>The one table behind the replicas of the Regions: each read and write sees all writes before it.</summary>
internal sealed class LeaseTables
{
    private readonly Lock _lock = new();
    private readonly List<TableWrite> _writes = [];
    private readonly Dictionary<string, LeaseItem> _items = [];

    public IReadOnlyList<TableWrite> Writes
    {
        get
        {
            lock (_lock)
            {
                return [.. _writes];
            }
        }
    }

    public LeaseItem? this[string workload]
    {
        get
        {
            lock (_lock)
            {
                return _items.GetValueOrDefault(workload);
            }
        }

        set
        {
            lock (_lock)
            {
                _items[workload] = value!;
            }
        }
    }

    /// <summary>Carries out a write if the table has the version that it is conditional on.</summary>
    public bool Write(string region, string workload, LeaseItem? on, LeaseItem to)
    {
        lock (_lock)
        {
            var refused = _items.GetValueOrDefault(workload) != on;
            _writes.Add(new TableWrite(region, to, refused, Instant.Now));
            if (!refused)
            {
                _items[workload] = to;
            }

            return !refused;
        }
    }
}
