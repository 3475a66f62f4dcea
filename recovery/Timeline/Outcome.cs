using DrInfra.Recovery.Figures;

namespace DrInfra.Recovery.Timeline;

/// <summary>What a workload really gets under one disruption, and whether that is what was promised.</summary>
/// <param name="Objective">What was promised.</param>
/// <param name="ObjectiveSource">Who promised: the manifest's URN, or the place in recovery.yaml.</param>
/// <param name="Because">One line: what the verdict hangs on.</param>
/// <param name="NeedsCounterpart">Whether only the other stack's graph can tell.</param>
public sealed record Outcome(
    string Workload,
    Disruption Disruption,
    Derivation Rpo,
    Derivation Rto,
    Objective Objective,
    string ObjectiveSource,
    ObjectiveVerdict RpoVerdict,
    ObjectiveVerdict RtoVerdict,
    string Because,
    bool NeedsCounterpart = false)
{
    /// <summary>The worse of the two.</summary>
    public ObjectiveVerdict Verdict => (ObjectiveVerdict)Math.Max((int)RpoVerdict, (int)RtoVerdict);

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
}
