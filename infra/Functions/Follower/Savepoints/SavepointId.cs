namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>Which savepoint of a job: no clock is in it. Numbers count from 1 within an epoch.</summary>
internal sealed record SavepointId(long Epoch, string Region, long Number)
{
    /// <summary>Why no epoch of this number can have started from it; null: it can.</summary>
    public string? ProblemAsStartOf(long epoch) => Epoch >= epoch || Epoch < 1 || Number < 1 ? $"its epoch cannot have started from {this}" : null;

    public override string ToString() => $"{Epoch}/{Region}/{Number}";
}
