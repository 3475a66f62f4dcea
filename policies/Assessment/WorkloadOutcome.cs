using DrInfra.Policies.Assessment.Stores;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Assessment;

/// <summary>One workload under one disruption.</summary>
internal static class WorkloadOutcome
{
    private const string NoResource = "no resource of the workload is in these stacks";

    private const string AfterFailover =
        "a failover is in progress (drinfra:failover): until the failback, nothing shows that the primary's Region could take over again";

    public static Outcome Of(WorkloadScene scene, StoreContext context, IReadOnlyList<StoreOutcome> stores, Disruption disruption)
    {
        var promise = scene.Promise;
        string[] excused = [.. stores.Select(outcome => Excuse(promise, outcome.Store, disruption)).OfType<string>()];
        StoreOutcome[] outcomes =
            [.. stores.Where(outcome => Excuse(promise, outcome.Store, disruption) is null), .. Missing(promise, stores)];
        var allExcused = excused.Length > 0 && outcomes.Length == 0;
        var missing = MissingStack(promise, disruption);
        var obstacle = missing ?? (promise.FailoverInProgress && disruption == Disruption.Region ? AfterFailover : null);
        var objective = promise.For(disruption);
        return new Outcome(
            promise.Workload,
            disruption,
            promise.Sources.GetValueOrDefault(disruption, ""),
            Judged(Measure.Rpo, allExcused ? NoCopy("data loss", excused) : LostWork(scene, outcomes), objective.Rpo),
            Judged(Measure.Rto, allExcused ? NoCopy("time to recover", excused) : TimeAway(scene, context, outcomes, disruption), objective.Rto))
        {
            Excused = objective == Objective.None ? [] : excused,
            Obstacle = obstacle ?? (scene.HasResources || objective == Objective.None ? null : NoResource),
            NeedsCounterpart = missing is not null && objective != Objective.None,
        };

        Ground Judged(Measure measure, Derivation derivation, TimeSpan? promised)
        {
            var verdict = derivation.Figure == Figure.None ? ObjectiveVerdict.NotApplicable : Outcome.Judge(derivation.Figure, promised);
            var ground = new Ground(measure, obstacle is null ? verdict : Undecided(verdict), derivation, promised);
            return Causes.Added(ground, outcomes, disruption);
        }
    }

    /// <summary>
    /// Why nothing is promised for a store: its manifest says that its service offers no copy, the reader of the service confirms it, and no
    /// copy of another kind is there. Null where the objective holds for it.
    /// </summary>
    public static string? Excuse(Promise promise, Store store, Disruption disruption) =>
        store.NoCopyPossible.TryGetValue(disruption, out var why)
            && (promise.Manifest?.Stores ?? []).Any(entry =>
                entry.Name == store.Label && entry.Kind == store.Kind && entry.None?.Contains(disruption.Text()) == true)
            && !store.Copies.Any(copy => copy.Uses.ContainsKey(disruption))
            ? $"{disruption.Text()}: none for {store.Label} ({store.Kind}): {why}"
            : null;

    private static Derivation NoCopy(string label, IEnumerable<string> excused) =>
        Derivation.Leaf(label, Figure.None, new Source(SourceKind.Definition, string.Join("; ", excused)));

    private static Derivation LostWork(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores) =>
        !scene.HasResources ? Nowhere("data loss", NoResource)
        : stores.Count == 0 && !scene.Serves ? Nowhere("data loss", NothingRead(scene))
        : stores.Count == 0 ? Derivation.Leaf("no store", Figure.None, new Source(SourceKind.Definition, "the workload has no store"))
        : Derivation.Max("data loss", [.. stores.Select(outcome => outcome.Rpo)]);

    private static Derivation TimeAway(WorkloadScene scene, StoreContext context, IReadOnlyList<StoreOutcome> stores, Disruption disruption) =>
        disruption switch
        {
            _ when !scene.HasResources => Nowhere("time to recover", NoResource),
            Disruption.Region when scene.Alone.Count > 0 || scene.Schedules.Count > 0 => RegionTimeline.Of(scene, stores),
            _ when stores.Count == 0 && !scene.Serves => Nowhere("time to recover", NothingRead(scene)),
            Disruption.Region => RegionTimeline.Of(scene, stores),
            Disruption.Instance => InRegion(scene, stores, scene.Serving.AfterInstance(scene.Workload, scene.Lost)),
            Disruption.Zone => InRegion(scene, stores, scene.Serving.AfterZone(scene.Workload, scene.Lost)),
            _ => Restored(scene, context, stores),
        };

    private static Derivation Nowhere(string label, string why) => Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Definition, why));

    // What holds the data may be of a type that no reader knows.
    private static string NothingRead(WorkloadScene scene) => $"no resource of {scene.Workload} that was read holds data or serves";

    private static ObjectiveVerdict Undecided(ObjectiveVerdict verdict) =>
        verdict == ObjectiveVerdict.NotApplicable ? verdict : ObjectiveVerdict.Unknown;

    // The loss of a Region is judged with both stacks; anything with that of the primary.
    private static string? MissingStack(Promise promise, Disruption disruption)
    {
        if (promise.Nodes.Count == 0 || promise.Regions is not { } regions || regions.Primary == regions.Standby)
        {
            return null;
        }

        return !promise.HasStackOf("primary") ? "also needs the primary stack's graph: drctl check dev.json dr.json"
            : disruption == Disruption.Region && !promise.HasStackOf("standby") ? "also needs the standby stack's graph: drctl check dev.json dr.json"
            : null;
    }

    // A store that the manifest lists and nobody declares cannot be recovered.
    private static IEnumerable<StoreOutcome> Missing(Promise promise, IReadOnlyList<StoreOutcome> stores)
    {
        foreach (var entry in promise.Manifest?.Stores ?? [])
        {
            if (promise.Nodes is [var node, ..] && !stores.Any(outcome => outcome.Store.Label == entry.Name && outcome.Store.Kind == entry.Kind))
            {
                var none = Derivation.Never($"{entry.Name}: no copy", $"the manifest lists a {entry.Kind} {entry.Name}, but no resource matches it");
                yield return new StoreOutcome(new Store(node, promise.Workload, entry.Kind, entry.Name, null), none, none);
            }
        }
    }

    // The services notice and act by themselves; what clients feel is the longest of them.
    private static Derivation InRegion(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores, Derivation servers) => CriticalPath.Of(
        "time to recover",
        [
            new RecoveryStep("targets", scene.Serving.TargetsNoticed(scene.Workload, scene.Lost)),
            new RecoveryStep("servers", servers, "targets"),
            .. stores.Select((store, index) => new RecoveryStep($"store {index + 1}", store.Recovery)),
            new RecoveryStep("reconnect", scene.Reconnect(), ["servers", .. stores.Select((_, index) => $"store {index + 1}")]),
        ]);

    private static Derivation Restored(WorkloadScene scene, StoreContext context, IReadOnlyList<StoreOutcome> stores) => CriticalPath.Of(
        "time to recover correct data",
        [
            new RecoveryStep("detect", context.CorruptionDetection(scene.Workload)),
            new RecoveryStep("decide", context.RestoreDecision(scene.Workload), "detect"),
            .. stores.Select((store, index) => new RecoveryStep($"store {index + 1}", store.Recovery, "decide")),
            new RecoveryStep("reconnect", scene.Reconnect(), ["decide", .. stores.Select((_, index) => $"store {index + 1}")]),
        ]);
}
