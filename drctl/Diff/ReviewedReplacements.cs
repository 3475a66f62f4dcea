namespace DrInfra.Drctl.Diff;

/// <summary>What people know of one resource type beyond the plans, which it outweighs.</summary>
/// <param name="InPlace">Paths that the provider changes in place, by its source: plans could not show it, or its version is older.</param>
/// <param name="MayReplace">Paths whose change in place takes away what is there all the same, or that depend on more than plans showed.</param>
/// <param name="Source">Where that is written, and why it is here.</param>
internal sealed record ReviewedReplacements(string Type, IReadOnlyList<string> InPlace, IReadOnlyList<string> MayReplace, string Source);
