using DrInfra.Infra.Functions.Follower.Protocol;
using DrInfra.Infra.Functions.Follower.Services;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>What init container and watch have in common: reads the lease, and keeps the files of the pod as the permission is.</summary>
internal sealed class Gate
{
    private readonly Settings _settings;
    private readonly Permission _permission;
    private readonly PermissionFiles _files;
    private readonly Rhythm _rhythm = new("table");
    private long _untilTicks;

    public Gate(Settings settings, bool resumes)
    {
        (_settings, _files) = (settings, new PermissionFiles(settings.Folder));
        _permission = new Permission(settings.Region, settings.Times.Lasts);
        if (resumes && _files.Read() is var (epoch, until))
        {
            _permission.Resume(epoch, until);
            _untilTicks = until.Ticks;
        }
    }

    /// <summary>The instant at which the permission ends; zero: there is none.</summary>
    public TimeSpan Until => new(Interlocked.Read(ref _untilTicks));

    /// <summary>Whether jobs may run: they are ended a look before the permission ends.</summary>
    public bool Lets => MonotonicClock.Now < Until - _settings.Times.Looks;

    /// <summary>Reads the lease as often as one looks, until stopped or, with <paramref name="once"/>, until jobs may run.</summary>
    public async Task RunAsync(bool once, CancellationToken stop)
    {
        using var table = new LeaseTable(_settings.Region, _settings.Table);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await _rhythm.RunAsync(
            _settings.Times.Looks,
            async () =>
            {
                await LookAsync(table, stop);
                if (once && Lets)
                {
                    await done.CancelAsync();
                }
            },
            done.Token);
    }

    private async Task LookAsync(LeaseTable table, CancellationToken stop)
    {
        var began = MonotonicClock.Now;
        var lease = await table.ReadAsync(_settings.Workload, _settings.Times.RequestLimit, stop);
        var before = (_permission.Epoch, _permission.Until);
        _permission.Read(lease, began);
        if ((_permission.Epoch, _permission.Until) == before)
        {
            return;
        }

        if (_permission.Until < before.Until)
        {
            Interlocked.Exchange(ref _untilTicks, _permission.Until.Ticks);
        }

        if (_permission.Epoch != before.Epoch || _permission.Until == TimeSpan.Zero || before.Until == TimeSpan.Zero)
        {
            Log.Say("permission", ("lease", $"{lease}"), ("permitted", _permission.Permits(MonotonicClock.Now)));
        }

        _files.Write(_permission.Epoch, _permission.Until);
        Interlocked.Exchange(ref _untilTicks, _permission.Until.Ticks);
    }
}
