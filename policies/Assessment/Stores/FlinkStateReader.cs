using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Kubernetes.Jobs;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// The state of Flink jobs: in their Region by checkpoints, in another one by savepoints alone, since a checkpoint names its files by absolute
/// paths (nightlies.apache.org/flink, "Checkpoints vs. Savepoints").
/// </summary>
internal sealed class FlinkStateReader : IStoreReader
{
    // Fields of an expression of Quartz, which begins with seconds: with and without the year.
    private const int QuartzFields = 6;

    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var clusters = PodClusters.In(context.Estate);
        foreach (var twins in FlinkJob.All(context.Estate).GroupBy(job => (context.WorkloadOf(job.Node), job.Name ?? job.Node.Urn)))
        {
            var (workload, name) = twins.Key;
            var primary = context.PromiseOf(workload)?.Regions?.Primary;
            FlinkJob[] jobs = [.. twins
                .OrderByDescending(job => primary is not null && clusters.RegionOf(job.Node) == primary)
                .ThenByDescending(job => job.Runs == true).ThenBy(job => job.Node.Urn, StringComparer.Ordinal)];
            var (home, region) = (jobs[0], clusters.RegionOf(jobs[0].Node));
            var store = new Store(home.Node, workload, JobStates.Kind, name[(name.LastIndexOf(':') + 1)..], region)
            {
                Members = [.. jobs.Select(one => one.Node)],
            };
            var others = Others(clusters, store, home, jobs);
            if (!home.IsFollowed)
            {
                yield return store with { Copies = [InRegion(context, store, home), .. OtherRegions(context, store, home, others)] };
                continue;
            }

            var savepoints = new FollowedSavepoints(context, store, home);
            FlinkJob? first = others.FirstOrDefault(other => other.IsFollowed);
            yield return store with
            {
                Copies =
                [
                    InRegion(context, store, home, savepoints.Pipeline),
                    .. others.Length == 0 ? [Nowhere(home)] : others.Select(other => other.IsFollowed
                        ? savepoints.In(other, clusters.RegionOf(other.Node)) : Savepoints(context, store, home, other, clusters.RegionOf(other.Node))),
                    savepoints.Earlier(JobStart.Pods(context.Estimates, store.Workload, store.Label, home.Node, savepoints.Pipeline)),
                ],
                Waiting = savepoints.Waiting(first, first is null ? null : clusters.RegionOf(first.Node)),
            };
        }
    }

    private static FlinkJob[] Others(PodClusters clusters, Store store, FlinkJob home, FlinkJob[] jobs) =>
        [.. jobs.Where(job => job != home && clusters.RegionOf(job.Node) != store.Home)];

    private static Copy Nowhere(FlinkJob home) =>
        new CopyBuilder("savepoints", null, home.Node).Loses(Disruption.Region, "no Flink job of its name is in another Region").Build();

    private static IEnumerable<Copy> OtherRegions(StoreContext context, Store store, FlinkJob home, FlinkJob[] others)
    {
        var clusters = PodClusters.In(context.Estate);
        return others.Length > 0 ? others.Select(other => Savepoints(context, store, home, other, clusters.RegionOf(other.Node))) : [Nowhere(home)];
    }

    private static Copy InRegion(StoreContext context, Store store, FlinkJob job, ManifestPipeline? pipeline = null)
    {
        var copy = new CopyBuilder("checkpoints", store.Home, job.Node)
            .Loses(Disruption.Region, "a checkpoint names its files by absolute paths: it cannot be moved to another Region");
        if (!job.IsFollowed)
        {
            copy.Loses(
                Reason.Uncertain("whether the state can be computed again from the sources is not known", job.Node, job.Checkpoints.Path),
                Disruption.Corruption, Disruption.Account);
        }

        if (LostWithThePod(job) is { } lost)
        {
            return copy.Loses(lost, Disruption.Instance, Disruption.Zone).Build();
        }

        var again = Derivation.Nothing("records since the last checkpoint", "they are read again from the sources");
        var pods = context.Estimates.Duration("pods of the job start again", "capacity", store.Workload, store.Label, job.Node.Urn);
        Derivation Waits() => Derivation.Sum("input that waits", Checkpoints(job), pods);
        var restart = JobCatchUp.Of(pipeline, context.ManifestOf(store.Workload), Waits) is { } catchUp
            ? Derivation.Sum("the job goes on from its last checkpoint", pods, catchUp)
            : pods;
        return copy.Survives(Disruption.Instance, again, restart).Survives(Disruption.Zone, again, restart).Build();
    }

    private static Derivation Checkpoints(FlinkJob job) => Derivation.Leaf(
        "time between checkpoints", job.CheckpointSeconds is { } seconds ? Figure.Exactly(seconds, Basis.Enforced) : Figure.Unknown,
        new Source(SourceKind.Property, job.CheckpointInterval.Path, job.Node.Urn));

    private static Reason? LostWithThePod(FlinkJob job)
    {
        var checkpoints = job.Checkpoints;
        if (checkpoints.IsUnknown || job.IsHighlyAvailable is null)
        {
            return Reason.Unknown(job.Node, checkpoints.IsUnknown ? checkpoints.Path : job.HighAvailability.Path);
        }

        return checkpoints.Text is not { } text
                ? new Reason("no directory of checkpoints is stated: the state is in memory", job.Node, checkpoints.Path)
            : ObjectLocation.Parse(text) switch
            {
                { IsInS3: true } => job.IsHighlyAvailable == true ? null
                    : new Reason(
                        "without high-availability.type and storageDir a new JobManager does not find the checkpoints", job.Node, "spec.flinkConfiguration"),
                { Scheme: "" or "file" } => new Reason($"checkpoints are on the disk of a pod: {text}", job.Node, checkpoints.Path),
                _ => Reason.Uncertain($"what survives in {text} is not known", job.Node, checkpoints.Path),
            };
    }

    private static Copy Savepoints(StoreContext context, Store store, FlinkJob home, FlinkJob other, string? region)
    {
        var copy = new CopyBuilder("savepoints", region, other.Node);
        if (region is null || other.Runs is null)
        {
            return copy.Loses(Disruption.Region, Reason.Unknown(other.Node, region is null ? "provider" : other.State.Path)).Build();
        }

        if (other.Runs == true && home.Runs == true)
        {
            return copy.Loses(
                Disruption.Region,
                Reason.Uncertain("it runs in both Regions, and nothing tells whether each has the state of all records", other.Node, other.State.Path)).Build();
        }

        var taken = Every(context, store, home);
        if (taken.Lost is { } lost)
        {
            return copy.Loses(Disruption.Region, lost).Build();
        }

        var arrival = Arrival(context, store, home, region);
        return arrival.Lost is { } notThere ? copy.Loses(Disruption.Region, notThere).Build()
            : copy.Survives(
                Disruption.Region,
                Derivation.Sum("age of the newest savepoint", taken.Figure!, arrival.Figure!),
                Derivation.Sum(
                    "start the job from the newest savepoint",
                    context.Estimates.Duration("people start it", "job-start", store.Workload, store.Label, other.Node.Urn),
                    context.Estimates.Duration("pods of the job start", "capacity", store.Workload, store.Label, other.Node.Urn),
                    context.Estimates.Duration("records since the savepoint are read again", "stream-replay", store.Workload, store.Label, other.Node.Urn)))
                .Build();
    }

    // The operator says of its periodic savepoints that nothing guarantees them: the interval is usual, and people say what bounds it.
    private static (Derivation? Figure, Reason? Lost) Every(StoreContext context, Store store, FlinkJob job)
    {
        var interval = job.SavepointInterval;
        if (interval.IsUnknown)
        {
            return (null, Reason.Unknown(job.Node, interval.Path));
        }

        var seconds = interval.Text is null ? 0 : Seconds(interval.Text);
        return seconds switch
        {
            null => (null, Reason.Uncertain($"{interval} is no interval that can be read", job.Node, interval.Path)),
            <= 0 => (null, new Reason(
                "savepoints are taken at upgrades only, and checkpoints cannot be moved: set kubernetes.operator.periodic.savepoint.interval", job.Node,
                interval.Path)),
            { } every => (Derivation.Sum(
                "savepoints",
                Derivation.Leaf("interval", Figure.Exactly(every, Basis.Enforced), new Source(SourceKind.Property, interval.Path, job.Node.Urn)),
                context.Estimates.Duration("a savepoint is taken", "flink-savepoint", store.Workload, store.Label, job.Node.Urn)), null),
        };
    }

    private static double? Seconds(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length is QuartzFields or QuartzFields + 1
            ? ScheduleExpression.LongestGap($"cron({string.Join(' ', fields[1..QuartzFields])} {(fields.Length > QuartzFields ? fields[^1] : "*")})")
                ?.TotalSeconds
            : FlinkTime.Seconds(text);
    }

    // When it is in the other Region, by the rule that is the soonest.
    private static (Derivation? Figure, Reason? Lost) Arrival(StoreContext context, Store store, FlinkJob job, string region)
    {
        var directory = job.Savepoints;
        if (directory.IsUnknown)
        {
            return (null, Reason.Unknown(job.Node, directory.Path));
        }

        if (directory.Text is not { } text)
        {
            return (null, new Reason("no directory of savepoints is stated", job.Node, directory.Path));
        }

        var location = ObjectLocation.Parse(text);
        if (location.BucketIn(context.Estate, job.Node) is not { } bucket)
        {
            return (null, location.Scheme is "" or "file"
                ? new Reason($"savepoints are on the disk of a pod: {text}", job.Node, directory.Path)
                : Reason.Uncertain($"no program here declares where savepoints are: {text}", job.Node, directory.Path));
        }

        if (bucket.Region == region)
        {
            return (Derivation.Nothing("savepoints are in that Region", $"{bucket.Name} is"), null);
        }

        var replications = Replications.Of(context.Estate);
        var rules = replications.From(bucket).Where(rule => rule.Destination.Region == region).ToArray();
        var lag = rules.Where(rule => !replications.Faults(rule, location.Key).Any()).Select(rule => BucketReader.Lag(context, store, rule))
            .OrderBy(figure => figure.Figure.Worst ?? double.MaxValue).FirstOrDefault();
        return lag is not null ? (lag, null)
            : (null, Reason.Deciding(rules.SelectMany(rule => replications.Faults(rule, location.Key)))
                ?? replications.Unread(bucket)
                ?? new Reason($"{bucket.Name} with its savepoints is not replicated to {region}", bucket));
    }
}
