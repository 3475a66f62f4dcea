using DrInfra.Infra.Functions.Follower.Savepoints;
using DrInfra.Infra.Functions.Follower.Services;
using DrInfra.Recovery.Protocol;
using k8s;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>
/// Starts the Flink jobs of a workload in a new epoch, from the newest savepoint that is wholly in this Region, and has savepoints taken while the
/// permission holds. It keeps nothing that it could not find out again: another follower goes on where it stops.
/// </summary>
/// <param name="settings">Region and times.</param>
/// <param name="workload">The workload, and the namespace of its objects.</param>
/// <param name="cluster">The cluster of this Region.</param>
/// <param name="buckets">The bucket of a name.</param>
/// <param name="ages">Where the age of a savepoint is published.</param>
internal sealed class SavepointKeeper(Settings settings, string workload, IKubernetes cluster, Func<string, IObjectStore> buckets, SavepointAges ages)
{
    private readonly CustomResources _jobs = new(cluster, workload, FlinkJob.Group, FlinkJob.ApiVersion, FlinkJob.Plural);
    private readonly CustomResources _snapshots = new(cluster, workload, FlinkJob.Group, FlinkJob.ApiVersion, FlinkSnapshot.Plural);
    private readonly HashSet<string> _told = [];
    private readonly HashSet<string> _settled = [];

    /// <summary>Starts what is due to start, and saves what is due to be saved.</summary>
    /// <param name="epoch">The epoch of the permission.</param>
    /// <param name="permits">Whether this epoch's permission holds: asked again before whatever is changed.</param>
    /// <param name="stop">Cancels the requests.</param>
    /// <exception cref="InvalidOperationException">Something of some jobs cannot be done; all else was.</exception>
    public Task KeepAsync(long epoch, Func<bool> permits, CancellationToken stop) => EachAsync(
        async job =>
        {
            if (job.Nonce != epoch)
            {
                await StartAsync(job, epoch, permits, stop);
            }
            else if (job.IsToRun)
            {
                await SaveAsync(job, epoch, permits, stop);
            }
        },
        stop);

    /// <summary>Publishes how old the savepoints are that this Region would start from, if it took the lease next.</summary>
    /// <param name="epoch">The epoch that the lease has.</param>
    /// <param name="stop">Cancels the requests.</param>
    /// <exception cref="InvalidOperationException">Some jobs have none; the others' were published.</exception>
    public Task PublishAgesAsync(long epoch, CancellationToken stop) => EachAsync(
        async job =>
        {
            var choice = await FolderOf(job).ChooseAsync(epoch + 1, settings.Region, stop);
            if (choice is not Choice.Savepoint(var manifest))
            {
                throw new InvalidOperationException((choice as Choice.Refusal)?.Why ?? "nothing is known of it here");
            }

            var age = TimeProvider.System.GetUtcNow() - manifest.At;
            await ages.PublishAsync(workload, job.Name, age > TimeSpan.Zero ? age : TimeSpan.Zero, stop);
        },
        stop);

    private async Task EachAsync(Func<FlinkJob, Task> work, CancellationToken stop)
    {
        var problems = new List<string>();
        foreach (var job in (await _jobs.ListAsync(WorkloadObjects.Selector, stop)).Select(FlinkJob.Read))
        {
            try
            {
                await (job is { Bucket: not null, Every: not null }
                    ? work(job)
                    : throw new FormatException(
                        $"{SavepointProtocol.FolderAnnotation} must be s3://bucket/folder, and {SavepointProtocol.EveryAnnotation} a number"));
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                problems.Add($"{job.Name}: {(fault is OperationCanceledException ? "no answer in time" : fault.Message)}");
            }
        }

        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join("; ", problems));
        }
    }

    private async Task StartAsync(FlinkJob job, long epoch, Func<bool> permits, CancellationToken stop)
    {
        var folder = FolderOf(job);
        var before = await folder.StartAsync(epoch, settings.Region, stop);
        var choice = await folder.ChooseAsync(epoch, settings.Region, stop);
        if (choice is Choice.Refusal refusal)
        {
            var name = $"{job.Name}/{epoch}";
            if (before is null && !_settled.Contains(name) && permits())
            {
                await folder.WriteRefusalAsync(epoch, settings.Region, refusal.Why, stop);
                _settled.Add(name);
            }

            throw new InvalidOperationException($"it is not started: {refusal.Why}");
        }

        // Its folder knows nothing: neither does anybody know what it would lose.
        if (choice is Choice.FirstStart && job.HasRun)
        {
            throw new InvalidOperationException($"it is not started: it has run here before, and no savepoint of it is known in {job.Address}");
        }

        var manifest = (choice as Choice.Savepoint)?.Manifest;
        var start = new StartRecord(job.Name, epoch, settings.Region, manifest?.Id, manifest?.Folder);
        if ((before is null && !(permits() && await folder.WriteStartAsync(start, stop))) || !permits())
        {
            return;
        }

        var path = manifest is null ? null : job.Address + manifest.Folder;
        await _jobs.PatchAsync(job.Name, Start(job, epoch, path), stop);
        Log.Say("job.starts", ("workload", workload), ("job", job.Name), ("epoch", epoch), ("from", path ?? "no state"));
    }

    private async Task SaveAsync(FlinkJob job, long epoch, Func<bool> permits, CancellationToken stop)
    {
        var snapshots = FlinkSnapshot.Read(await _snapshots.ListAsync(null, stop), job);
        foreach (var old in snapshots.Where(snapshot => snapshot.Epoch != epoch))
        {
            // What was asked for with another permission is not taken up.
            await _snapshots.DeleteAsync(old.Name, stop);
        }

        var own = snapshots.Where(snapshot => snapshot.Epoch == epoch).ToList();
        foreach (var snapshot in own.Where(snapshot => (snapshot.IsCompleted || snapshot.HasFailed) && !_settled.Contains(snapshot.Name)))
        {
            try
            {
                await SettleAsync(job, epoch, snapshot, permits, stop);
            }
            catch (InvalidDataException fault)
            {
                Failed(job, snapshot, fault.Message);
            }
        }

        var now = TimeProvider.System.GetUtcNow();
        var since = now - (own is [.., var last] ? last.Created : DateTimeOffset.MinValue);
        var isDue = since < TimeSpan.Zero || since >= job.Every;
        if (!job.IsRunning || !(now >= job.CaughtUp) || own.Any(snapshot => !_settled.Contains(snapshot.Name)) || !isDue || !permits())
        {
            return;
        }

        await _snapshots.CreateAsync(FlinkSnapshot.Ask(job, epoch, settings.Region, now), stop);

        // The last one stays: it says when the next is due.
        foreach (var settled in own)
        {
            await _snapshots.DeleteAsync(settled.Name, stop);
            _settled.Remove(settled.Name);
        }
    }

    private async Task SettleAsync(FlinkJob job, long epoch, FlinkSnapshot snapshot, Func<bool> permits, CancellationToken stop)
    {
        if (snapshot.HasFailed)
        {
            Failed(job, snapshot, snapshot.Error ?? snapshot.State);
            return;
        }

        var folder = FolderOf(job);
        var start = await folder.StartAsync(epoch, settings.Region, stop) ?? await RecordByHandAsync(folder, job, epoch, permits, stop);
        if (snapshot.Path?.StartsWith(job.Address, StringComparison.Ordinal) != true)
        {
            throw new InvalidDataException($"its savepoint is in {snapshot.Path}, which is not in {job.Address}");
        }

        if (start is not null && permits()
            && await folder.WriteManifestAsync(start, snapshot.At, snapshot.Path[job.Address.Length..].TrimEnd('/'), stop) is { } manifest)
        {
            _settled.Add(snapshot.Name);
            var bytes = manifest.Files.Sum(file => file.Bytes);
            Log.Say("savepoint.kept", ("workload", workload), ("job", job.Name), ("savepoint", $"{manifest.Id}"), ("bytes", bytes));
        }
    }

    // Another one is asked for when it is due.
    private void Failed(FlinkJob job, FlinkSnapshot snapshot, string? error)
    {
        _settled.Add(snapshot.Name);
        Log.Say("savepoint.failed", ("workload", workload), ("job", job.Name), ("savepoint", snapshot.Name), ("error", error));
    }

    // People have started it in this epoch, from what they chose: no savepoint before it is taken for an ancestor.
    private async Task<StartRecord?> RecordByHandAsync(SavepointFolder folder, FlinkJob job, long epoch, Func<bool> permits, CancellationToken stop)
    {
        var start = new StartRecord(job.Name, epoch, settings.Region, null, job.StartedFrom);
        return permits() && await folder.WriteStartAsync(start, stop) ? start : null;
    }

    private SavepointFolder FolderOf(FlinkJob job) => new(buckets(job.Bucket!), job.Folder, job.Name, what =>
    {
        if (_told.Add($"{job.Name}: {what}"))
        {
            Log.Say("savepoint.ignored", ("workload", workload), ("job", job.Name), ("what", what));
        }
    });

    // All at once: a plain resume would take the state that this Region had when it ran last. Without a path there was none, and none is deployed.
    private static object Start(FlinkJob job, long epoch, string? path) => new Dictionary<string, object>
    {
        ["metadata"] = new Dictionary<string, object?> { ["resourceVersion"] = job.Version },
        ["spec"] = new Dictionary<string, object>
        {
            ["job"] = new Dictionary<string, object?> { ["state"] = FlinkJob.Running, ["initialSavepointPath"] = path, ["savepointRedeployNonce"] = epoch },
        },
    };
}
