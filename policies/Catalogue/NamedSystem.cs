namespace DrInfra.Policies.Catalogue;

/// <summary>A system that the practices name, and what the platform does about it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declared">The components that declare it; empty where <see cref="Gap"/> says why.</param>
/// <param name="Protected">How what it holds is protected.</param>
/// <param name="FailsOver">How it moves to the other Region.</param>
/// <param name="Judged">Rules that judge it, of ours and of other people's stacks.</param>
/// <param name="Tests">Tests of it.</param>
public sealed record NamedSystem(
    string Name, IReadOnlyList<string> Declared, string Protected, string FailsOver, IReadOnlyList<string> Judged, IReadOnlyList<string> Tests)
{
    /// <summary>What is not there; null where nothing is missing.</summary>
    public string? Gap { get; init; }
}
