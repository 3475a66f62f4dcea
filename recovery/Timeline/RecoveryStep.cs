using DrInfra.Recovery.Figures;

namespace DrInfra.Recovery.Timeline;

/// <summary>One thing that must happen before the workload serves again.</summary>
/// <param name="Id">Its name among the steps.</param>
/// <param name="Duration">From when it may start to when it is over.</param>
/// <param name="After">Ids of the steps that must be over before it starts.</param>
public sealed record RecoveryStep(string Id, Derivation Duration, params IReadOnlyList<string> After);
