namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>A file of a savepoint, by its name in the savepoint's folder.</summary>
internal sealed record SavepointFile(string Name, long Bytes);
