namespace DrInfra.Infra.Functions.Follower;

/// <summary>Work that is done again and again, whatever comes of it. What it says of itself is logged when that changes.</summary>
/// <param name="name">What the log calls it.</param>
/// <param name="details">What the log says beside it.</param>
internal sealed class Rhythm(string name, params (string Name, object? Value)[] details)
{
    private string _problem = "";
    private long _lastTicks = MonotonicClock.Now.Ticks;

    /// <summary>When the work was last done, well or not.</summary>
    public TimeSpan Last => new(Interlocked.Read(ref _lastTicks));

    /// <summary>Works once per period, from start to start, until stopped.</summary>
    public async Task RunAsync(TimeSpan period, Func<Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var began = MonotonicClock.Now;
            try
            {
                await work();
                Say("");
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                Say(fault is OperationCanceledException ? "no answer in time" : fault.Message);
            }
            catch (Exception)
            {
                return;
            }

            Interlocked.Exchange(ref _lastTicks, MonotonicClock.Now.Ticks);
            var rest = began + period - MonotonicClock.Now;
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Logs a problem, or with an empty text its end, if it is another one than before.</summary>
    public void Say(string problem)
    {
        if (problem != _problem)
        {
            _problem = problem;
            Log.Say(problem.Length > 0 ? $"{name}.fails" : $"{name}.works", [.. details, ("error", problem)]);
        }
    }
}
