using System.Text.Json;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Assessment;

/// <summary>
/// What the workloads were promised. A promise comes from the operator's recovery.yaml, by workload, then by tier; else from the
/// manifest, the parameter <c>/dr/{pair}/{workload}</c> that a program puts beside its resources.
/// </summary>
public sealed class Promises
{
    private readonly Dictionary<string, Promise> _byWorkload;

    private Promises(IReadOnlyList<Promise> all, IReadOnlyList<(Node Node, string Problem)> unreadable)
    {
        All = all;
        Unreadable = unreadable;
        _byWorkload = all.ToDictionary(promise => promise.Workload, StringComparer.Ordinal);
    }

    /// <summary>By workload.</summary>
    public IReadOnlyList<Promise> All { get; }

    /// <summary>Parameters with a manifest's name whose value is none, with what is wrong.</summary>
    public IReadOnlyList<(Node Node, string Problem)> Unreadable { get; }

    public Promise? For(string? workload) => workload is null ? null : _byWorkload.GetValueOrDefault(workload);

    public static Promises Of(Estate estate, RecoverySettings settings)
    {
        var manifests = new SortedDictionary<string, List<(Node Node, RecoveryManifest Manifest)>>(StringComparer.Ordinal);
        var unreadable = new List<(Node, string)>();
        foreach (var node in estate.OfType(SsmTypes.Parameter).Where(Manifest.IsManifest))
        {
            switch (Read(node))
            {
                case (RecoveryManifest manifest, _):
                    if (!manifests.TryGetValue(manifest.Workload, out var list))
                    {
                        manifests.Add(manifest.Workload, list = []);
                    }

                    list.Add((node, manifest));
                    break;
                case (null, string problem):
                    unreadable.Add((node, problem));
                    break;
            }
        }

        var workloads = estate.All.Select(node => node.Workload).OfType<string>()
            .Where(workload => workload != DrTags.Shared)
            .Concat(manifests.Keys)
            .Concat(settings.Workloads.Select(workload => workload.Name))
            .Concat(settings.Objectives.Where(entry => !entry.IsTier).Select(entry => entry.Name))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var tiers = TiersByWorkload(estate);
        return new Promises(
            [.. workloads.Select(workload => Of(workload, manifests.GetValueOrDefault(workload) ?? [], tiers.GetValueOrDefault(workload), settings))],
            unreadable);
    }

    /// <summary>Reads the manifest of a parameter; null with the problem where it is none, both null where the value is unknown.</summary>
    internal static (RecoveryManifest? Manifest, string? Problem) Read(Node node)
    {
        var value = ParameterText.Of(node);
        if (value.IsUnknown)
        {
            return (null, null);
        }

        try
        {
            var manifest = RecoveryManifest.FromJson(value.Text ?? "null");
            return manifest.Workload is null or "" || manifest.Objectives is null || manifest.Regions is null
                ? (null, "the manifest has no workload, objectives or regions")
                : (manifest, null);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            // The exception's own text may quote the value, which may be secret.
            return (null, "the value is not a recovery manifest");
        }
    }

    private static Dictionary<string, string> TiersByWorkload(Estate estate)
    {
        var tiers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in estate.All)
        {
            if (node.Workload is { } workload && node.Tag(DrTags.Tier) is { } tier)
            {
                tiers.TryAdd(workload, tier);
            }
        }

        return tiers;
    }

    private static Promise Of(string workload, List<(Node Node, RecoveryManifest Manifest)> manifests, string? taggedTier, RecoverySettings settings)
    {
        // Two stacks that disagree are a violation of their own; the primary's copy is the one to judge by.
        var (node, manifest) = manifests.OrderByDescending(pair => pair.Manifest.Role == "primary").ThenBy(pair => pair.Node.Urn, StringComparer.Ordinal)
            .FirstOrDefault();
        var tier = manifest?.Tier is { Length: > 0 } named ? named
            : taggedTier ?? settings.Workloads.FirstOrDefault(entry => entry.Name == workload)?.Tier ?? "";
        var objectives = new Dictionary<Disruption, Objective>();
        var sources = new Dictionary<Disruption, string>();
        foreach (var disruption in DisruptionNames.All)
        {
            if (manifest?.Objectives.GetValueOrDefault(disruption.Text()) is { } promised && Parse(promised) is { } objective)
            {
                objectives[disruption] = objective;
                sources[disruption] = node!.Urn;
            }
        }

        var detection = Duration(manifest?.CorruptionDetection);
        var decide = manifest?.Decide switch
        {
            "automatic" => Decision.Automatic,
            { } text when Duration(text) is { } within => new Decision(within),
            _ => null,
        };
        var untilArmed = Duration(manifest?.DecideUntilArmed);
        foreach (var entry in settings.Objectives.Where(entry => entry.IsTier && entry.Name == tier)
            .Concat(settings.Objectives.Where(entry => !entry.IsTier && entry.Name == workload)))
        {
            foreach (var (disruption, objective) in entry.Objectives)
            {
                objectives[disruption] = objective;
                sources[disruption] = $"{settings.Source ?? "recovery.yaml"}, line {entry.Line}";
            }

            detection = entry.CorruptionDetection ?? detection;
            decide = entry.Decide ?? decide;
            untilArmed = entry.DecideUntilArmed ?? untilArmed;
        }

        return new Promise
        {
            Workload = workload,
            Tier = tier,
            Manifest = manifest,
            Nodes = [.. manifests.Select(pair => pair.Node)],
            Roles = [.. manifests.Select(pair => pair.Manifest.Role).OfType<string>().Distinct(StringComparer.Ordinal)],
            Unrecorded =
            [
                .. manifests.SelectMany(pair => pair.Manifest.Stores.Where(store => store.Unrecorded == true)
                    .Select(store => (store, pair.Node, pair.Manifest.Role == "standby"))),
            ],
            FailoverInProgress = manifests.Any(pair => pair.Manifest.Failover == RecoveryManifest.FailoverInProgress),
            Objectives = objectives,
            Sources = sources,
            CorruptionDetection = detection,
            Decide = decide,
            DecideUntilArmed = untilArmed,
        };
    }

    private static Objective? Parse(ManifestObjective promised)
    {
        var (rpo, rpoStated) = Part(promised.Rpo);
        var (rto, rtoStated) = Part(promised.Rto);
        return rpoStated && rtoStated ? new Objective(rpo, rto) : null;

        static (TimeSpan? Value, bool Stated) Part(string? text) =>
            text is null or "none" ? (null, true) : DurationText.TryParse(text, out var value) ? (value, true) : (null, false);
    }

    private static TimeSpan? Duration(string? text) => DurationText.TryParse(text, out var value) ? value : null;
}
