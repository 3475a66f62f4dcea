using DrInfra.Policies.Aws.KinesisAnalytics;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>The state of applications of Managed Service for Apache Flink: in checkpoints and snapshots that stay in their account and Region.</summary>
internal sealed class FlinkApplicationReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var twins in RegionTwins.Of(context, FlinkApplication.All(context.Estate).Select(application => application.Node)))
        {
            var store = JobStates.Of(context, twins);
            yield return store with { Copies = [InRegion(context, store), .. OtherRegions(context, store)] };
        }
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var application = new FlinkApplication(store.Node);
        var copy = new CopyBuilder("checkpoints and snapshots", store.Home, store.Node)
            .Loses(JobStates.FromSources(store.Node, application.SnapshotsOff.Path), Disruption.Corruption, Disruption.Account);
        if (store.Members.Count == 1)
        {
            copy.Loses(Disruption.Region, new Reason(
                $"its snapshots stay in {store.Home ?? "their Region"}, and no application of its name is in another one", store.Node));
        }

        return application.Checkpoints switch
        {
            null => copy.Loses(Reason.Unknown(store.Node, application.CheckpointsOff.Path), Disruption.Instance, Disruption.Zone).Build(),
            false => copy.Loses(
                new Reason("checkpoints are off: a restart begins without state", store.Node, application.CheckpointsOff.Path),
                Disruption.Instance, Disruption.Zone).Build(),
            true => copy.KeptByTheService(
                "records since the last checkpoint", "they are read again from the sources",
                context.Estimates.Duration("the service starts it again", "capacity", store.Workload, store.Label, store.Node.Urn)).Build(),
        };
    }

    private static IEnumerable<Copy> OtherRegions(StoreContext context, Store store)
    {
        var home = new FlinkApplication(store.Node);
        foreach (var other in store.Members.Skip(1).Select(node => new FlinkApplication(node)))
        {
            var copy = new CopyBuilder("application without state", other.Node.Region, other.Node);
            if (other.Starts is null || home.Starts is null)
            {
                var open = other.Starts is null ? other : home;
                yield return copy.Loses(Disruption.Region, Reason.Unknown(open.Node, open.Start.Path)).Build();
                continue;
            }

            var twins = new ApplicationTwins(home, other);
            yield return copy.Survives(Disruption.Region, Derivation.Leaf(
                "state of the lost Region", Figure.Unknown, FactBook.Get("managed-flink-snapshot-scope").ToSource(), new Source(
                    SourceKind.Definition,
                    $"snapshots stay in {store.Home ?? "their Region"}, and nothing tells whether the sources still hold what they were made from")),
                twins.Starts(context.Estate)).Build();
        }
    }
}
