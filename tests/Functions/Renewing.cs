namespace DrInfra.Tests.Functions;

/// <summary>Renews the lease in the place of a follower.</summary>
internal sealed class Renewing : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _task;

    public Renewing(World world) => _task = RenewAsync(world, _stop.Token);

    /// <summary>When it renewed last, since the tests began.</summary>
    public TimeSpan Last { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _task;
        _stop.Dispose();
    }

    private async Task RenewAsync(World world, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Last = Instant.Now;
            world.Lease = world.Lease! with { Renewed = world.Lease.Renewed + 1 };
            await Task.Delay(world.Times.Renews, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
