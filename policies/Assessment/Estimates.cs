using System.Globalization;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Assessment;

/// <summary>
/// Figures from outside the graph: facts for what is typical, and the operator's recovery.yaml for the worst where no source bounds
/// it. An assumption for the store wins over one for the workload, and that over one for all; evidence of drills wins over both.
/// </summary>
public sealed class Estimates(RecoverySettings settings, DateOnly asOf)
{
    /// <summary>From this age on, in days, evidence no longer counts.</summary>
    public const int DrillIntervalDays = 366;

    // A planned move says nothing about these: it waits for both Regions, and nobody is surprised.
    private static readonly HashSet<string> DisasterOnly = new(StringComparer.Ordinal)
    {
        "aurora-promotion", "rds-replica-promotion", "region-switch-routing", "capacity", "database-capacity", "client-reconnect", "detect-by-people",
    };

    /// <summary>
    /// A duration that no property tells. Its typical is the fact's, or <paramref name="typical"/>; its worst is the fact's where
    /// that kind of fact bounds, else the operator's, else unbounded.
    /// </summary>
    /// <param name="id">The assumption's id (the catalogue of assumptions).</param>
    /// <param name="workload">Whose.</param>
    /// <param name="store">The store's label; null where it is about the whole workload.</param>
    /// <param name="urn">The resource that evidence may name.</param>
    public Derivation Duration(string label, string id, string workload, string? store = null, string? urn = null, string? fact = null, double typical = 0)
    {
        var known = fact is null ? null : FactBook.Get(fact);
        var figure = known?.ToFigure() ?? Figure.Typically(typical);
        var sources = new List<Source>();
        if (known is not null)
        {
            sources.Add(known.ToSource());
        }

        if (EvidenceOf(id, workload, store, urn) is { } evidence)
        {
            var measured = evidence.Measured.Order().ToArray();
            return Derivation.Leaf(
                label, new Figure(measured[measured.Length / 2], measured[^1], Basis.Evidence),
                new Source(SourceKind.Evidence, $"{id}, {evidence.Date:yyyy-MM-dd}"));
        }

        if (figure.IsUnbounded && AssumptionOf(id, workload, store) is { } assumption)
        {
            // Nobody may assume less than what is documented as usual.
            figure = new Figure(figure.Typical, Math.Max(assumption.Value, figure.Typical!.Value), Basis.Assumption);
            sources.Add(new Source(SourceKind.Assumption, assumption.Id));
        }

        if (sources.Count == 0 || figure.IsUnbounded)
        {
            sources.Add(new Source(SourceKind.Definition, $"no source bounds it; {Missing(id, workload, store, urn)}"));
        }

        return Derivation.Leaf(label, figure, sources);
    }

    /// <summary>An amount over the operator's rate; unbounded where he gives none or the amount is not known.</summary>
    /// <param name="gigabytes">The amount; null where nobody says.</param>
    public Derivation Transfer(string label, Derivation? gigabytes, string rateId, string workload, string? store)
    {
        if (gigabytes is null)
        {
            return Derivation.Leaf(label, Figure.Typically(0), new Source(SourceKind.Definition, "no manifest states the amount of data"));
        }

        if (AssumptionOf(rateId, workload, store) is not { } rate)
        {
            return Derivation.Leaf(
                label, Figure.Typically(0), new Source(SourceKind.Definition, $"no source states a rate; {Missing(rateId, workload, store)}"));
        }

        return Derivation.Over(label, gigabytes, Derivation.Quantity("rate", rate.Value, "GB/s", Basis.Assumption, new Source(SourceKind.Assumption, rate.Id)));
    }

    /// <summary>Whether the operator says so himself (an entry of the catalogue without a figure of its own).</summary>
    public Assumption? AssumptionOf(string id, string workload, string? store) =>
        Assumptions(id, workload, store).FirstOrDefault(assumption => assumption.Expires is not { } expires || expires > asOf);

    private IEnumerable<Assumption> Assumptions(string id, string workload, string? store)
    {
        string[] scopes = store is null ? [$"{id}@{workload}", id] : [$"{id}@{workload}/{store}", $"{id}@{workload}", id];
        return scopes.SelectMany(scope => settings.Assumptions.Where(assumption => assumption.Id == scope));
    }

    /// <summary>What bounded it until it expired, in a clause; null where nothing did.</summary>
    public string? Expired(string id, string workload, string? store, string? urn = null) =>
        Drills(id, workload, store, urn).FirstOrDefault() is { } drill
            ? string.Create(
                CultureInfo.InvariantCulture, $"the evidence of {id} in recovery.yaml expired on {drill.Date.AddDays(DrillIntervalDays):yyyy-MM-dd}")
        : Assumptions(id, workload, store).FirstOrDefault() is { Expires: { } expired } old
            ? string.Create(CultureInfo.InvariantCulture, $"the assumption {old.Id} in recovery.yaml expired on {expired:yyyy-MM-dd} ({old.Owner})")
        : null;

    private string Missing(string id, string workload, string? store, string? urn = null) =>
        Expired(id, workload, store, urn) ?? $"set the assumption in recovery.yaml: {id}";

    private Evidence? EvidenceOf(string id, string workload, string? store, string? urn) =>
        Drills(id, workload, store, urn).FirstOrDefault(drill => drill.Date.AddDays(DrillIntervalDays) > asOf);

    private IEnumerable<Evidence> Drills(string id, string workload, string? store, string? urn) => settings.Evidence
        .Where(evidence => evidence.Step == id && evidence.Measured.Count > 0 && evidence.Date <= asOf
            && !(evidence.Planned && DisasterOnly.Contains(id))
            && (evidence.Resource is { } pattern
                ? urn is not null && UrnPattern.Matches(pattern, urn)
                : evidence.Configuration == workload || (store is not null && evidence.Configuration == $"{workload}/{store}")))
        .OrderByDescending(evidence => evidence.Date);
}
