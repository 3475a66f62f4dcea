using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>The footings of all objectives that are met on an assumption, numbered as they come up.</summary>
internal sealed class FootingList
{
    private readonly List<Footing> _footings = [];

    public FootingList(IReadOnlyList<Outcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            Add(outcome.Rpo, outcome.RpoVerdict);
            Add(outcome.Rto, outcome.RtoVerdict);
        }
    }

    public IReadOnlyList<Footing> All => _footings;

    /// <summary>The verdict with the numbers of what it rests on: <c>met on 1, 3</c>.</summary>
    public string Verdict(Derivation figure, ObjectiveVerdict verdict)
    {
        var numbers = verdict == ObjectiveVerdict.MetOnAssumption
            ? Footing.Of(figure).Select(footing => _footings.FindIndex(known => known.Source == footing.Source) + 1).Order().ToList()
            : [];
        return numbers.Count == 0 ? VerdictText.Of(verdict) : $"met on {string.Join(", ", numbers)}";
    }

    private void Add(Derivation figure, ObjectiveVerdict verdict)
    {
        if (verdict == ObjectiveVerdict.MetOnAssumption)
        {
            _footings.AddRange(Footing.Of(figure).Where(footing => !_footings.Exists(known => known.Source == footing.Source)));
        }
    }
}
