using DrInfra.Policies.Aws;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// Queues and streams copy nothing to another Region. Where a twin stands there, new work goes on at once, and what is lost is what
/// nobody had taken out yet: nothing in them is older than their retention, and an alarm may watch a smaller age.
/// </summary>
internal static class InTransit
{
    /// <param name="retention">Seconds that the service keeps what nobody takes.</param>
    /// <param name="ageMetric">The metric of how old the oldest is that waits.</param>
    /// <param name="unitsPerSecond">Of that metric.</param>
    public static Copy Twin(StoreContext context, Store store, Node twin, Derivation retention, string ageMetric, double unitsPerSecond)
    {
        var watched = Watched(context, store, ageMetric, unitsPerSecond);
        var waits = Derivation.Leaf("messages that usually wait", Figure.Typically(0), new Source(SourceKind.Definition, "received messages are elsewhere"));
        var lost = Derivation.Bounded(
            "messages not yet received", waits, watched is not null && !(watched.Figure.Worst > retention.Figure.Worst) ? watched : retention);
        var copy = new CopyBuilder("counterpart that receives new messages", twin.Region, twin)
            .Loses(Disruption.Corruption, "it has only its own messages")
            .Loses(Disruption.Account, "the account can delete it");
        return twin.Region is null || twin.Region == store.Home
            ? copy.Loses(Disruption.Region, $"it is in {twin.Region ?? "one Region"} too").Build()
            : copy.Survives(
                Disruption.Region, lost,
                    Derivation.Nothing("the counterpart receives new messages as it is", "producers and consumers of the other Region use it"))
                .Build();
    }

    /// <summary>The age of what waits at home that an alarm watches; null where none does.</summary>
    public static Derivation? Watched(StoreContext context, Store store, string ageMetric, double unitsPerSecond) =>
        AlarmIndex.LeastWatched(context.Alarms.On(ageMetric, PhysicalName.Of(store.Node), store.Node), unitsPerSecond);

    /// <summary>How long a queue or a stream keeps what nobody takes.</summary>
    public static Derivation Retention(Node node, StatedNumber kept, double secondsPerUnit) => Derivation.Leaf(
        "retention",
        kept.IsUnknown ? Figure.Unknown : Figure.Exactly(kept.Value * secondsPerUnit, Basis.Enforced),
        kept.IsDefault ? new Source(SourceKind.Definition, "the service's default") : new Source(SourceKind.Property, kept.Property.Path, node.Urn));
}
