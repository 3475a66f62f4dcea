using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>From the standing servers of a Region to as many as are needed.</summary>
/// <param name="ByLoad">Whether only traffic that has come raises them: then they come after it.</param>
internal sealed record Capacity(Derivation Takes, bool ByLoad)
{
    /// <summary>Whether it depends on what the percentage of a plan's step that scales pods is of.</summary>
    public bool IsByReading { get; init; }
}
