using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// How much may be judged to find causes: counted, not timed, so that the same files give the same report. Nobody waits for minutes where
/// many objectives of a large platform break at once; then some have no cause named.
/// </summary>
internal sealed class TrialBudget
{
    private const int MostResources = 250_000;

    private int _judged;

    /// <summary>Whether these may be judged too.</summary>
    public bool Takes(IReadOnlyList<ResourceGraph> graphs) => (_judged += graphs.Sum(graph => graph.Resources.Count)) <= MostResources;
}
