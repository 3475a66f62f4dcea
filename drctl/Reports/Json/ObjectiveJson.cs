using DrInfra.Recovery;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>What was promised.</summary>
internal sealed record ObjectiveJson(TimeSpan? Rpo, TimeSpan? Rto)
{
    public static ObjectiveJson Of(Objective objective) => new(objective.Rpo, objective.Rto);
}
