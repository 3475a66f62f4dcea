using DrInfra.Infra.Functions.Follower.Protocol;
using DrInfra.Infra.Functions.Follower.Services;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>
/// Holds the lease of one workload while this follower leads. Beacon, lease, objects, savepoints and their ages have a loop each: none of them waits
/// for a service that another one asks.
/// </summary>
internal sealed class WorkloadFollower(
    Settings settings, string workload, BeaconReader beacons, LeaseTable table, WorkloadObjects objects, SavepointKeeper savepoints)
{
    private readonly Lock _lock = new();
    private readonly LeaseHolder _holder = new(settings.Region, settings.Times, MonotonicClock.Now);
    private readonly Rhythm _beacon = new("beacon", ("workload", workload));
    private readonly Rhythm _lease = new("table", ("workload", workload));
    private readonly Rhythm _objects = new("cluster", ("workload", workload));
    private readonly Rhythm _savepoints = new("savepoints", ("workload", workload));
    private readonly Rhythm _ages = new("savepoint ages", ("workload", workload));
    private string? _named = "";
    private bool _isUnsure;
    private bool? _runs;
    private TimeSpan _setAt;

    /// <summary>Whether the loops that a permission hangs on have gone round within the time that it lasts.</summary>
    public bool IsAlive => new[] { _beacon, _lease, _objects }.All(rhythm => MonotonicClock.Now - rhythm.Last < settings.Times.Lasts);

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(
        _beacon.RunAsync(settings.Times.Looks, () => LookAtBeaconAsync(stop), stop),
        _lease.RunAsync(settings.Times.Looks, () => LookAtLeaseAsync(stop), stop),
        _objects.RunAsync(settings.Times.Looks / 2 / 2, () => SetObjectsAsync(stop), stop),
        _savepoints.RunAsync(settings.Times.Looks, () => KeepSavepointsAsync(stop), stop),
        _ages.RunAsync(settings.Ages, () => PublishAgesAsync(stop), stop));

    private async Task LookAtBeaconAsync(CancellationToken stop)
    {
        var named = await beacons.ReadAsync(settings.Beacons[workload], stop);
        if (named != _named)
        {
            Log.Say("beacon.names", ("workload", workload), ("region", named ?? "unknown"));
            _named = named;
        }

        lock (_lock)
        {
            _holder.Heard(named);
        }
    }

    private async Task LookAtLeaseAsync(CancellationToken stop)
    {
        // What is due is not kept waiting by a read, which its condition makes needless. After a write without an answer a read is due: if it was
        // carried out, the same one is refused for ever.
        var readsFirst = _isUnsure;
        _isUnsure = false;
        if (((readsFirst ? null : Next()) ?? await ReadAsync(stop)) is not { } write)
        {
            return;
        }

        Exception? fault = null;
        var outcome = await table.WriteAsync(workload, write, failed => fault = failed, stop);
        _isUnsure = outcome == WriteOutcome.Unanswered;
        lock (_lock)
        {
            _holder.Answered(write, outcome, MonotonicClock.Now);
        }

        if (outcome != WriteOutcome.CarriedOut || write.To.Renewed == 0)
        {
            Log.Say("lease.written", ("workload", workload), ("on", $"{write.On}"), ("to", $"{write.To}"), ("outcome", $"{outcome}"));
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    private LeaseWrite? Next()
    {
        lock (_lock)
        {
            return _holder.Next(MonotonicClock.Now);
        }
    }

    private async Task<LeaseWrite?> ReadAsync(CancellationToken stop)
    {
        var began = MonotonicClock.Now;
        var lease = await table.ReadAsync(workload, settings.Times.RequestLimit, stop);
        lock (_lock)
        {
            _holder.Read(lease, began, MonotonicClock.Now);
        }

        return Next();
    }

    private async Task SetObjectsAsync(CancellationToken stop)
    {
        bool? runs;
        long epoch;
        lock (_lock)
        {
            (runs, epoch) = (_holder.Starts(MonotonicClock.Now), _holder.Seen?.Epoch ?? 0);
        }

        // A change at once; else as often as one looks, for objects that are new or that somebody else has changed.
        if (runs is not { } wanted || (runs == _runs && MonotonicClock.Now - _setAt < settings.Times.Looks))
        {
            return;
        }

        if (runs != _runs)
        {
            Log.Say(wanted ? "workload.starts" : "workload.stops", ("workload", workload), ("lease", $"{_holder.Seen}"));
            _runs = runs;
        }

        _setAt = MonotonicClock.Now;
        await objects.SetAsync(wanted, epoch, change => Log.Say("object.set", ("workload", workload), ("object", change)), stop);
    }

    private async Task KeepSavepointsAsync(CancellationToken stop)
    {
        if (PermittedEpoch() is { } epoch)
        {
            await savepoints.KeepAsync(epoch, () => PermittedEpoch() == epoch, stop);
        }
    }

    private async Task PublishAgesAsync(CancellationToken stop)
    {
        long? epoch;
        lock (_lock)
        {
            epoch = _holder.Seen?.Epoch;
        }

        if (epoch is { } seen)
        {
            await savepoints.PublishAgesAsync(seen, stop);
        }
    }

    private long? PermittedEpoch()
    {
        lock (_lock)
        {
            return _holder.Starts(MonotonicClock.Now) == true ? _holder.Seen?.Epoch : null;
        }
    }
}
