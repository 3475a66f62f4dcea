namespace DrInfra.Tests.Mutants;

/// <summary>A mutant and what the check said of it.</summary>
/// <param name="Mutant">Without its graph.</param>
/// <param name="Notice">Null where it notices nothing.</param>
public sealed record JudgedMutant(Mutant Mutant, string? Notice);
