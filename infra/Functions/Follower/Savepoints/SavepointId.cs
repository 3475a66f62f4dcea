namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>Which savepoint of a job: no clock is in it. Numbers count from 1 within an epoch.</summary>
internal sealed record SavepointId(long Epoch, string Region, long Number)
{
    public override string ToString() => $"{Epoch}/{Region}/{Number}";
}
