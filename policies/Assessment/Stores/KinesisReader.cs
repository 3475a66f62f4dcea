using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Kinesis streams: over three zones, with records kept for their retention and nothing in another Region but a twin.</summary>
internal sealed class KinesisReader : IStoreReader
{
    private static readonly Dictionary<Disruption, string> NoCopy = new()
    {
        [Disruption.Account] = "Kinesis copies no records to another account",
    };

    public IReadOnlyList<string> Types { get; } = [KinesisTypes.Stream];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var twins in RegionTwins.Of(context, context.Estate.OfType(KinesisTypes.Stream)))
        {
            var home = twins[0];
            var workload = context.WorkloadOf(home);
            var (label, size, change) = context.Describe(workload, "stream", home, PhysicalName.Of(home) ?? "");
            var store = new Store(home, workload, "stream", label, home.Region)
            {
                Members = twins,
                SizeGb = size,
                ChangeGbPerDay = change,
                NoCopyPossible = NoCopy,
            };
            var retention = InTransit.Retention(home, StreamRetention.Hours(home), UnitsOfTime.Hour);
            yield return store with
            {
                Copies =
                [
                    ZoneCopy.Synchronous(store, "Kinesis"),
                    .. twins.Skip(1)
                        .Select(twin =>
                            InTransit.Twin(context, store, twin, retention, "GetRecords.IteratorAgeMilliseconds", UnitsOfTime.MillisecondsPerSecond)),
                    Kept(context, store, retention),
                ],
            };
        }
    }

    /// <summary>Records are never changed: sound ones can be read again for as long as they are kept.</summary>
    public static Copy Kept(StoreContext context, Store store, Derivation retention)
    {
        var copy = new CopyBuilder("retained records", store.Home, store.Node)
            .Loses(Disruption.Region, $"they are only in {store.Home ?? "one Region"}")
            .Loses(Disruption.Account, "the account can delete the stream");
        var replay = context.Estimates.Duration("replay correct records", "stream-replay", store.Workload, store.Label, store.Node.Urn);
        if (retention.Figure.IsUnknown)
        {
            return copy.Survives(Disruption.Corruption, retention, replay).Build();
        }

        return context.LeastWindow(store.Workload) is { } least && retention.Figure.Worst < least
            ? copy.Loses(Disruption.Corruption, "records expire before detection and decision").Build()
            : copy.Survives(Disruption.Corruption, Derivation.Nothing("records never change", "only the output of consumers is recreated"), replay)
                .Build();
    }
}
