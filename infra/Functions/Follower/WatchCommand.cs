using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>Beside the jobs of a pod: ends them before the permission is over, and whatever starts after that, until there is one again.</summary>
internal sealed class WatchCommand(Settings settings, Gate gate)
{
    private static readonly TimeSpan Scans = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<int> _asked = [];
    private volatile bool _isLeaving;

    public static async Task<int> RunAsync(Settings settings, CancellationToken stop)
    {
        if (settings.Ends is null && !JobProcesses.AreOfAPod)
        {
            await Console.Error.WriteLineAsync(
                $"{LeaseProtocol.WatchCommand} sees no pause process with the id 1: set shareProcessNamespace of the pod, or {SettingsReader.EndsVariable}");
            return 2;
        }

        return await new WatchCommand(settings, new Gate(settings, resumes: true)).RunAsync(stop);
    }

    private async Task<int> RunAsync(CancellationToken stop)
    {
        using var endpoint = new ProbeEndpoint(settings.Port, LeaseProtocol.PermittedPath, () => gate.Lets);
        using var leaving = stop.Register(() => _isLeaving = true);
        using var done = new CancellationTokenSource();
        var reads = gate.RunAsync(once: false, done.Token);

        // A thread of its own: jobs are ended in time although requests pile up.
        var guard = new Thread(Guard) { IsBackground = true };
        guard.Start();
        await Task.Run(guard.Join, CancellationToken.None);
        await done.CancelAsync();
        await reads;
        return 0;
    }

    // When the pod is asked to end, its jobs have some time still: the watch leaves after them.
    private void Guard()
    {
        while (!_isLeaving || JobProcesses.List(settings.Ends).Count > 0)
        {
            var left = gate.Until - MonotonicClock.Now;
            if (left >= settings.Times.Looks)
            {
                _asked.Clear();
            }
            else
            {
                End(left > settings.Times.Looks / 2 ? Signal.Terminate : Signal.Kill);
            }

            Thread.Sleep(Scans);
        }
    }

    private void End(Signal signal)
    {
        var ended = JobProcesses.List(settings.Ends).Where(process => signal == Signal.Kill || _asked.Add(process)).ToList();
        foreach (var process in ended)
        {
            _ = Libc.Kill(process, signal);
        }

        if (ended.Count > 0)
        {
            Log.Say("jobs.ended", ("signal", $"{signal}"), ("processes", ended));
        }
    }
}
