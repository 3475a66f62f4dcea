namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>What a bucket listed.</summary>
/// <param name="Sizes">Objects by name, in alphabetical order.</param>
/// <param name="Folders">Folders, with a slash at their ends.</param>
internal sealed record ObjectListing(IReadOnlyList<(string Name, long Bytes)> Sizes, IReadOnlyList<string> Folders);
