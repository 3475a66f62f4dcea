using DrInfra.Recovery.Figures;

namespace DrInfra.Recovery.Timeline;

/// <summary>What a workload really gets under one disruption, and whether that is what was promised.</summary>
/// <param name="ObjectiveSource">Who promised: the manifest's URN, or the place in recovery.yaml.</param>
/// <param name="LostWork">The RPO, and the verdict on it.</param>
/// <param name="TimeAway">The RTO, and the verdict on it.</param>
public sealed record Outcome(string Workload, Disruption Disruption, string ObjectiveSource, Ground LostWork, Ground TimeAway)
{
    /// <summary>Why nothing can be said at all, whatever the figures are; null where they say it.</summary>
    public string? Obstacle { get; init; }

    /// <summary>A sentence for each store that the objective leaves out, because its service offers no copy.</summary>
    public IReadOnlyList<string> Excused { get; init; } = [];

    /// <summary>Whether only the other stack's graph can tell.</summary>
    public bool NeedsCounterpart { get; init; }

    /// <summary>The pair of stacks, by its tag; null where no tag names it.</summary>
    public string? Pair { get; init; }

    /// <summary>Whether several pairs are judged together: then the workload's name alone may stand for several.</summary>
    public bool AmongPairs { get; init; }

    /// <summary>The workload, with its pair where it is one of several.</summary>
    public string Subject => AmongPairs ? $"{Workload} ({(Pair is null ? "no pair" : $"pair {Pair}")})" : Workload;

    /// <summary>The two, RPO first.</summary>
    public IReadOnlyList<Ground> Grounds => [LostWork, TimeAway];

    public Derivation Rpo => LostWork.Derivation;

    public Derivation Rto => TimeAway.Derivation;

    /// <summary>What was promised.</summary>
    public Objective Objective => new(LostWork.Promised, TimeAway.Promised);

    public ObjectiveVerdict RpoVerdict => LostWork.Verdict;

    public ObjectiveVerdict RtoVerdict => TimeAway.Verdict;

    /// <summary>The worse of the two.</summary>
    public ObjectiveVerdict Verdict => (ObjectiveVerdict)Math.Max((int)RpoVerdict, (int)RtoVerdict);

    /// <summary>One line for people: what the verdict hangs on. Made of the grounds; nobody has to read it back.</summary>
    public string Because => Obstacle ?? string.Join("; ", [.. Hangs, .. Grounds.Select(ground => ground.Void).OfType<string>(), .. Excused]);

    /// <summary>The verdict on one figure.</summary>
    public static ObjectiveVerdict Judge(Figure figure, TimeSpan? objective)
    {
        if (objective is not { } promised)
        {
            return ObjectiveVerdict.NotApplicable;
        }

        if (figure.IsUnknown)
        {
            return ObjectiveVerdict.Unknown;
        }

        if (figure.Worst > promised.TotalSeconds)
        {
            return ObjectiveVerdict.Breached;
        }

        return figure.Basis.Binds() ? ObjectiveVerdict.Met : ObjectiveVerdict.MetOnAssumption;
    }

    private IEnumerable<string> Hangs => Verdict switch
    {
        ObjectiveVerdict.NotApplicable => Objective == Objective.None ? ["nothing is promised"] : [],
        ObjectiveVerdict.Met => ["bounded by what is declared and documented"],
        ObjectiveVerdict.MetOnAssumption => ["rests on " + All(ground => ground.Supports)],
        ObjectiveVerdict.Unknown => ["not known before the deployment: " + All(ground => ground.Missing)],
        _ => Grounds.Where(ground => ground.Verdict == ObjectiveVerdict.Breached).Select(ground => ground.Breach),
    };

    private string All(Func<Ground, IReadOnlyList<string>> said) => string.Join(", ", Grounds.SelectMany(said).Distinct(StringComparer.Ordinal));
}
