using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Kubernetes.Jobs;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// The savepoints that the follower of the active Region takes of a job, and that of another Region starts it from: the newest whose files have all
/// arrived. Its sources start some time before it, and read again what the state lacks.
/// </summary>
internal sealed class FollowedSavepoints
{
    private readonly StoreContext _context;
    private readonly Store _store;
    private readonly FlinkJob _home;

    public FollowedSavepoints(StoreContext context, Store store, FlinkJob home)
    {
        (_context, _store, _home) = (context, store, home);
        Pipeline = (context.PromiseOf(store.Workload)?.Manifest?.Pipelines ?? [])
            .FirstOrDefault(pipeline => $"{store.Workload}-{pipeline.Name}" == store.Label);
    }

    /// <summary>What the manifest says of the job; null where it does not.</summary>
    public ManifestPipeline? Pipeline { get; }

    /// <summary>The job in another Region.</summary>
    public Copy In(FlinkJob other, string? region)
    {
        var copy = new CopyBuilder("savepoints", region, other.Node);
        if (Lost(other, region) is { } lost)
        {
            return copy.Loses(Disruption.Region, lost).Build();
        }

        var age = Age(other, region!);
        return copy.Survives(Disruption.Region, WorkLost(age), Derivation.Nothing("the follower starts the job from it", "the step of the jobs counts that"))
            .Build();
    }

    /// <summary>How much of the input waits for the job when its Region is lost: that since the savepoint, and what its sources read before it.</summary>
    public Derivation? Waiting(FlinkJob? other, string? region) => other is null || Lost(other, region) is not null ? null : Derivation.Sum(
        "input that the state of the savepoint lacks",
        Age(other, region!),
        other.Replay is { Number: { } seconds } replay
            ? Derivation.Leaf(
                "sources start before the savepoint", Figure.Exactly(seconds, Basis.Enforced), new Source(SourceKind.Property, replay.Path, other.Node.Urn))
            : Derivation.Leaf("sources start before the savepoint", Figure.Unknown, new Source(SourceKind.Property, "spec.podTemplate", other.Node.Urn)));

    /// <summary>Savepoints from before a damage, and those in the bucket's own copies.</summary>
    public Copy Earlier(Derivation start)
    {
        var copy = new CopyBuilder("earlier savepoints", _store.Home, _home.Node);
        var location = Folder(_home);
        if (location.Bucket is not { } bucket)
        {
            var nowhere = Reason.Uncertain("no program here declares where its savepoints are", _home.Node, _home.FollowedSavepoints.Path);
            return copy.Loses(nowhere, Disruption.Corruption, Disruption.Account).Build();
        }

        var kept = LifecycleRule.Of(_context.Estate, bucket).Where(rule => rule.MayBeEnabled && rule.Takes(location.Key + "/")).Select(rule => rule.Days)
            .Where(days => !days.IsAbsent).ToArray();
        var replay = _context.Estimates.Duration("replay correct records", "stream-replay", _store.Workload, _store.Label, _home.Node.Urn);
        _ = Array.Find(kept, days => days.IsUnknown) is { IsUnknown: true } unknown
            ? copy.Loses(Disruption.Corruption, Reason.Unknown(bucket, unknown.Path))
            : _context.LeastWindow(_store.Workload) is { } least && Array.Exists(kept, days => days.Number * UnitsOfTime.Day < least)
                ? copy.Loses(Disruption.Corruption, "savepoints are deleted before detection and decision")
                : copy.Survives(
                    Disruption.Corruption,
                    Derivation.Nothing("results are computed again", "records since a savepoint from before the damage are read again"),
                    Derivation.Sum("start the job from a savepoint before the damage", start, replay));
        return _context.WorkloadOf(bucket) == _store.Workload
            ? copy.Survives(
                Disruption.Account,
                Derivation.Nothing("its savepoints", $"they are in {PhysicalName.Of(bucket) ?? bucket.Name}, a store that has a figure of its own"),
                start).Build()
            : copy.Loses(Disruption.Account, Reason.Uncertain("its savepoints are in a bucket of no workload, or another one", bucket, "tags")).Build();
    }

    private Reason? Lost(FlinkJob other, string? region)
    {
        var (from, to) = (Folder(_home), Folder(other));
        return region is null ? Reason.Unknown(other.Node, "provider")
            : (Unread(_home) ?? Unread(other)) is { } unread ? unread
            : _home.FollowedInterval is { Number: not > 0 } interval
                ? interval.IsUnknown ? Reason.Unknown(_home.Node, interval.Path)
                    : new Reason($"no time between savepoints is stated: {SavepointProtocol.EveryAnnotation}", _home.Node, "metadata.annotations")
            : from.Key != to.Key
                ? new Reason($"it looks for savepoints in {to.Key}, and they are in {from.Key}", other.Node, other.FollowedSavepoints.Path)
            : to.Bucket!.Region is { } place && place != region
                ? new Reason($"its savepoints are in {place}, and not in {region}", other.Node, other.FollowedSavepoints.Path)
            : other.DropsState is { Flag: not true } drops
                ? drops.IsUnknown ? Reason.Unknown(other.Node, drops.Path) : new Reason(
                    "it refuses a savepoint with state that no operator takes, as that of sources which start by time: allowNonRestoredState is not true",
                    other.Node, drops.IsAbsent ? "spec.job" : drops.Path)
            : Unreplicated(from.Bucket!, to.Bucket!, from.Key);
    }

    private static Reason? Unread(FlinkJob job, (Node? Bucket, string Key) folder) => job.FollowedSavepoints switch
    {
        { IsUnknown: true } unknown => Reason.Unknown(job.Node, unknown.Path),
        { Text: null } => new Reason($"nothing says where its savepoints are: {SavepointProtocol.FolderAnnotation}", job.Node, "metadata.annotations"),
        var stated when folder.Bucket is null =>
            Reason.Uncertain($"no program here declares where savepoints are: {stated}", job.Node, stated.Path),
        _ => null,
    };

    private Reason? Unread(FlinkJob job) => Unread(job, Folder(job));

    private Reason? Unreplicated(Node from, Node to, string key)
    {
        var replications = Replications.Of(_context.Estate);
        var rules = replications.From(from).Where(rule => rule.Destination.Target == to).ToArray();
        return rules.Any(rule => !replications.Faults(rule, key).Any()) ? null
            : Reason.Deciding(rules.SelectMany(rule => replications.Faults(rule, key))) ?? replications.Unread(from)
                ?? new Reason($"{from.Name} with its savepoints is not replicated to {to.Name}", from);
    }

    // An alarm in the Region that starts bounds the age that it would start from; without one, the parts have to be bounded.
    private Derivation Age(FlinkJob other, string region)
    {
        var (from, key) = Folder(_home);
        var replications = Replications.Of(_context.Estate);
        var arrival = replications.From(from!)
            .Where(rule => rule.Destination.Region == region && !replications.Faults(rule, key).Any())
            .Select(rule => BucketReader.LagOfACommit(_context, _store, rule)).MinBy(lag => lag.Figure.Worst ?? double.MaxValue);
        var interval = _home.FollowedInterval;
        var usual = Derivation.Sum(
            "age of the newest savepoint that has arrived",
            Derivation.Leaf(
                "time between savepoints", Figure.Exactly(interval.Number!.Value, Basis.Enforced),
                new Source(SourceKind.Property, interval.Path, _home.Node.Urn)),
            _context.Estimates.Duration("a savepoint is taken", "flink-savepoint", _store.Workload, _store.Label, _home.Node.Urn),
            arrival!);
        return RegionReplica.Lag(
            usual, _context.Alarms.On(SavepointProtocol.AgeMetric, _store.Label, other.Node).Where(alarm => alarm.Region == region), 1, "age of the savepoint");
    }

    // Nothing, where all that it reads is there to be read again; else what it did since the savepoint.
    private Derivation WorkLost(Derivation age)
    {
        Derivation[] again = [.. (Pipeline?.Reads ?? []).Select(read => Read(read, age))];
        return again.Length == 0 ? age : Derivation.Min(
            "work that is lost", age, Derivation.Max($"what it reads is read again, so results are written {Results}", again));
    }

    private string Results => Pipeline?.Results == "idempotent" ? "again to the same effect" : "at least once";

    private Derivation Read(string name, Derivation age)
    {
        var entry = _context.PromiseOf(_store.Workload)?.Manifest?.Stores.FirstOrDefault(store => store.Name == name);
        if (entry?.Kind == "queue")
        {
            return Derivation.Never(name, "a message that was processed is not in the queue any more");
        }

        if (entry?.Kind != "stream")
        {
            return Derivation.Nothing(name, "it is read as it is");
        }

        var clusters = _context.Estate.OfTypes(MskTypes.Clusters).Where(cluster => _context.WorkloadOf(cluster) == _store.Workload
            && _context.Describe(_store.Workload, "stream", cluster, PhysicalName.Of(cluster) ?? "").Label == name).ToArray();
        Derivation[] kept = [.. clusters.Select(cluster => Kept(cluster, name, age))];
        return kept.Length == 0
            ? UnknownReason.Leaf(name, Reason.Uncertain($"no stream {name} is declared", _home.Node, "metadata.name"))
            : Derivation.Max(name, kept);
    }

    private Derivation Kept(Node cluster, string name, Derivation age)
    {
        var retention = KafkaReader.Retention(_context.Estate, cluster);
        return retention.Figure.IsUnknown ? retention
            : age.Figure.Worst is { } worst && worst > retention.Figure.Worst
                ? Derivation.Never(name, "records expire before the newest savepoint is that old", new Source(SourceKind.Cause, "retention", cluster.Urn))
                : Derivation.Nothing(name, "its records are kept for longer", [.. retention.Sources]);
    }

    private (Node? Bucket, string Key) Folder(FlinkJob job)
    {
        var location = ObjectLocation.Parse(job.FollowedSavepoints.Text ?? "");
        return (location.BucketIn(_context.Estate, job.Node), location.Key.TrimEnd('/'));
    }
}
