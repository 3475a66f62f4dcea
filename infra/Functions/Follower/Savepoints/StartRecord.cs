namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>What a job started from in an epoch: written before it starts, once.</summary>
/// <param name="Job">The name of the job's object.</param>
/// <param name="Epoch">The epoch that began.</param>
/// <param name="Region">The Region that held the lease.</param>
/// <param name="StartedFrom">The savepoint; null: none that a manifest tells of.</param>
/// <param name="Folder">The savepoint's folder under that of the job, which has its source time; null: without state.</param>
internal sealed record StartRecord(string Job, long Epoch, string Region, SavepointId? StartedFrom, string? Folder)
{
    public string? Problem(string job, long epoch, string region) =>
        Job != job ? $"it belongs to the job {Job}"
        : (Epoch, Region) != (epoch, region) ? $"it says that it is of {Epoch}/{Region}"
        : StartedFrom?.ProblemAsStartOf(Epoch);
}
