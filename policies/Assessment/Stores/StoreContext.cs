using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Kubernetes.Volumes;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>What the readers of stores share.</summary>
internal sealed class StoreContext
{
    public required Estate Estate { get; init; }

    public required Promises Promises { get; init; }

    public required Estimates Estimates { get; init; }

    public required AlarmIndex Alarms { get; init; }

    /// <summary>The workload of a store: its own tag, else that of a grouping in recovery.yaml; empty where nobody says.</summary>
    public required Func<Node, string> WorkloadOf { get; init; }

    public Promise? PromiseOf(string workload) => Promises.For(workload);

    /// <summary>
    /// The workloads whose data is in a file system, volume or bucket: its own, and those of the claims on it. One empty text where nobody
    /// says.
    /// </summary>
    public IReadOnlyList<string> WorkloadsOf(Node node)
    {
        var own = WorkloadOf(node);
        string[] named =
            [.. VolumeBackings.Of(Estate).On(node).Select(claim => WorkloadOf(claim.Node)).Prepend(own).Where(name => name.Length > 0).Distinct()];
        return named.Length == 0 ? [own] : named;
    }

    /// <summary>The claims on it that are of a workload, or of none.</summary>
    public IReadOnlyList<VolumeClaim> ClaimsOn(Node node, string workload) =>
        [.. VolumeBackings.Of(Estate).On(node).Where(claim => WorkloadOf(claim.Node) is var name && (name.Length == 0 || name == workload))];

    /// <summary>How soon corruption is noticed, as a part of a figure.</summary>
    public Derivation CorruptionDetection(string workload) => PromiseOf(workload)?.CorruptionDetection is { } detection
        ? Derivation.Leaf(
            "corruption detection", Figure.Exactly(detection.TotalSeconds, Basis.Enforced),
            new Source(SourceKind.Promise, "corruptionDetection", ManifestOf(workload)))
        : Derivation.Never("corruption detection", "no manifest and no objective states a corruption detection time");

    /// <summary>The decision on a restore: people take it, also where a trigger decides on failovers.</summary>
    public Derivation RestoreDecision(string workload) => PromiseOf(workload)?.Decide switch
    {
        { Within: { } within } =>
            Derivation.Leaf("decision", Figure.Exactly(within.TotalSeconds, Basis.Enforced), new Source(SourceKind.Promise, "decide", ManifestOf(workload))),
        { } => Estimates.Duration("decision to restore, by people", "decide-restore", workload),
        null => Derivation.Never("decision", "no manifest and no objective states who decides"),
    };

    public string? ManifestOf(string workload) => PromiseOf(workload)?.Nodes is [var first, ..] ? first.Urn : null;

    /// <summary>Seconds that a point in the past must be reachable: noticing, deciding; null where nobody says.</summary>
    public double? LeastWindow(string workload) =>
        (CorruptionDetection(workload).Figure + RestoreDecision(workload).Figure).Worst is { } worst && double.IsFinite(worst) ? worst : null;

    /// <summary>The time to restore from a backup or a window, the target's adoption included.</summary>
    /// <param name="fact">The fact with the typical time to make the target; null where there is none.</param>
    public Derivation Restore(Store store, string? fact) => Derivation.Sum(
        $"restore {store.Label} next to the original",
        Estimates.Duration("create the restore target", "restore-fixed-time", store.Workload, store.Label, store.Node.Urn, fact),
        Estimates.Transfer("restore the data", Amount(store, "size", store.SizeGb, "sizeGb"), "restore-rate", store.Workload, store.Label),
        Estimates.Duration("adopt it: name, configuration, replication", "adoption", store.Workload, store.Label, store.Node.Urn));

    /// <summary>An amount of data of a store, from the manifest; null where it does not say.</summary>
    public Derivation? Amount(Store store, string label, double? gigabytes, string key) => gigabytes is { } value
        ? Derivation.Quantity(label, value, "GB", Basis.Enforced, new Source(SourceKind.Promise, $"stores.{store.Label}.{key}", ManifestOf(store.Workload)))
        : null;

    /// <summary>Why data under a key cannot be read when only a Region is left; null where it can.</summary>
    public Reason? KeyLost(Node from, Prop property, string region) => Keys.Unusable(Estate, from, property, region);

    /// <summary>The manifest's entry of a store: of its kind, and named in the resource's name; the only one of its kind else.</summary>
    public (string Label, double? SizeGb, double? ChangeGbPerDay) Describe(string workload, string kind, Node node, params IReadOnlyList<string> names)
    {
        var entries = (PromiseOf(workload)?.Manifest?.Stores ?? []).Where(store => store.Kind == kind).ToArray();
        var entry = entries.Where(store => names.Append(node.Name).Any(name => Holds(name, store.Name))).OrderByDescending(store => store.Name.Length)
            .FirstOrDefault()
            ?? (entries.Length == 1 ? entries[0] : null);
        return entry is null ? (node.Name, null, null) : (entry.Name, entry.SizeGb, entry.ChangeGbPerDay);
    }

    // Whole words of a name in hyphens: "raw" is not in "lake-drawings".
    private static bool Holds(string name, string part) => $"-{name}-".Contains($"-{part}-", StringComparison.Ordinal);
}
