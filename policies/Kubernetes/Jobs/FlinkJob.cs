using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Kubernetes.Jobs;

/// <summary>
/// A Flink job that the Flink Kubernetes operator runs: a FlinkDeployment with a job, or a FlinkSessionJob in the session cluster of one.
/// Sources: Flink, "Checkpoints vs. Savepoints"; Flink Kubernetes operator, "Custom Resource Reference" and "Configuration".
/// </summary>
/// <param name="Node">The object of the job.</param>
/// <param name="Session">The session cluster that runs it; null where it has its own, or no program here declares it.</param>
internal sealed record FlinkJob(Node Node, Node? Session)
{
    public const string Group = "flink.apache.org";

    public string? Name => CustomObjects.NameOf(Node);

    private Prop Job => Node["spec"]["job"];

    /// <summary>Whether it is to run: it does where nothing is stated. Null where only the deployment will tell.</summary>
    public bool? Runs => Job["state"] is { IsUnknown: true } ? null : Job["state"].Text is not "suspended";

    /// <summary>Whether a follower starts it and takes its savepoints.</summary>
    public bool IsFollowed => FollowedPods.Are(Node);

    /// <summary>Where a follower keeps its savepoints.</summary>
    public Prop FollowedSavepoints => Node["metadata"]["annotations"][SavepointProtocol.FolderAnnotation];

    /// <summary>How many seconds there are between two savepoints of a follower.</summary>
    public Prop FollowedInterval => Node["metadata"]["annotations"][SavepointProtocol.EveryAnnotation];

    /// <summary>How many seconds before a savepoint its sources start to read in another Region; null where it is not told, or nobody can tell.</summary>
    public Prop Replay => JobPods.Specs(Node).SelectMany(spec => spec["containers"].Items).SelectMany(container => container["env"].Items)
        .FirstOrDefault(variable => variable["name"].Text == SavepointProtocol.ReplayVariable)["value"];

    /// <summary>Whether it starts although state that it has no use for is left: that of sources which start by time.</summary>
    public Prop DropsState => Job["allowNonRestoredState"];

    /// <summary>The time between two checkpoints, in seconds; null where it is not stated, or cannot be read.</summary>
    public double? CheckpointSeconds => CheckpointInterval.Text is { } text ? FlinkTime.Seconds(text) : null;

    /// <summary>What says how often there are checkpoints.</summary>
    public Prop CheckpointInterval => Setting("execution.checkpointing.interval");

    /// <summary>What says whether it runs.</summary>
    public Prop State => Job["state"];

    /// <summary>Where savepoints are written, which can be moved.</summary>
    public Prop Savepoints => Setting("execution.checkpointing.savepoint-dir", "state.savepoints.dir");

    /// <summary>Where checkpoints are written, which name files by absolute paths.</summary>
    public Prop Checkpoints => Setting("execution.checkpointing.dir", "state.checkpoints.dir");

    /// <summary>How often the operator takes a savepoint: a duration, or a cron expression of Quartz. There is no default.</summary>
    public Prop SavepointInterval => Setting("kubernetes.operator.periodic.savepoint.interval");

    /// <summary>Whether a new JobManager finds the checkpoints of the one before; null where only the deployment will tell.</summary>
    public bool? IsHighlyAvailable
    {
        get
        {
            var (type, storage) = (HighAvailability, Setting("high-availability.storageDir"));
            return type.IsUnknown || storage.IsUnknown ? null : type.Text is not (null or "" or "NONE" or "none") && storage.Text is { Length: > 0 };
        }
    }

    /// <summary>The state that its first start takes up; absent where it begins without.</summary>
    public Prop InitialState => Job["initialSavepointPath"];

    /// <summary>Whether that is a checkpoint: it lies in their directory, or in a folder that is called as they are.</summary>
    public bool StartsFromACheckpoint => InitialState.Text is { } path && (path.Contains("/chk-", StringComparison.Ordinal)
        || (Checkpoints.Text is { } folder && path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal)
            && !(Savepoints.Text is { } savepoints && path.StartsWith(savepoints, StringComparison.Ordinal))));

    /// <summary>What a new start takes up: <c>last-state</c> are its own checkpoints in its own cluster.</summary>
    public Prop UpgradeMode => Job["upgradeMode"];

    /// <summary>Whether checkpoints share files with those before them.</summary>
    public Prop Incremental => Setting("execution.checkpointing.incremental", "state.backend.incremental");

    /// <summary>Whether somebody takes savepoints of it: its operator by the clock, or a follower.</summary>
    public bool TakesSavepoints => !SavepointInterval.IsAbsent || !FollowedSavepoints.IsAbsent;

    /// <summary>What its program is told.</summary>
    public Prop Arguments => Job["args"];

    /// <summary>Where its code is.</summary>
    public IEnumerable<Prop> Code => [Job["jarURI"]];

    /// <summary>The argument, the setting or the variable that has its sources begin where their consumer group committed; absent where none is seen.</summary>
    public Prop GroupOffsets => FlinkOffsets.In(
    [
        .. Arguments.Items, .. Node["spec"]["flinkConfiguration"].Members.Select(member => member.Value),
        .. new[] { Node["spec"]["podTemplate"], Node["spec"]["jobManager"]["podTemplate"], Node["spec"]["taskManager"]["podTemplate"] }
            .SelectMany(template => template["spec"]["containers"].Items).SelectMany(container => container["env"].Items).Select(variable => variable["value"]),
    ]);

    public Prop HighAvailability => Setting("high-availability.type", "high-availability");

    /// <summary>Why the operator takes a deployment for a mistake and runs nothing; null where it does not. Source: its DefaultValidator.</summary>
    public static Reason? Refused(Node deployment)
    {
        var replicas = deployment["spec"]["jobManager"]["replicas"];
        return replicas.IsUnknown ? Reason.Unknown(deployment, replicas.Path)
            : replicas.Number < 1 ? new Reason($"{replicas.Path} is {replicas.Number}: the operator refuses it, and nothing runs", deployment, replicas.Path)
            : !(replicas.Number > 1) ? null
            : new FlinkJob(deployment, null).IsHighlyAvailable switch
            {
                true => null,
                null => Reason.Unknown(deployment, "spec.flinkConfiguration"),
                _ => new Reason(
                    $"{replicas.Path} is {replicas.Number} without high availability: the operator refuses it, and nothing runs", deployment, replicas.Path),
            };
    }

    /// <summary>All of them, by URN.</summary>
    public static IEnumerable<FlinkJob> All(Estate estate)
    {
        Node[] deployments = [.. CustomObjects.Of(estate, Group, "FlinkDeployment")];
        var jobs = deployments.Where(node => !node["spec"]["job"].IsAbsent).Select(node => new FlinkJob(node, null));
        var inSessions = CustomObjects.Of(estate, Group, "FlinkSessionJob").Select(node => new FlinkJob(node, Array.Find(
            deployments, other => Pods.MayShareNamespace(node, other) && CustomObjects.NameOf(other) == node["spec"]["deploymentName"].Text)));
        return jobs.Concat(inSessions);
    }

    /// <summary>A setting of Flink by its names, the newest first; of a session job, those of its session too. Flat keys or nested ones.</summary>
    private Prop Setting(params IReadOnlyList<string> names)
    {
        Prop[] configurations = [Node["spec"]["flinkConfiguration"], Session is null ? default : Session["spec"]["flinkConfiguration"]];
        foreach (var configuration in configurations.Where(configuration => !configuration.IsAbsent))
        {
            foreach (var name in names)
            {
                var flat = configuration[name];
                var found = flat.IsAbsent ? name.Split('.').Aggregate(configuration, (part, key) => part[key]) : flat;
                if (!found.IsAbsent)
                {
                    return found;
                }
            }
        }

        return Node["spec"]["flinkConfiguration"][names[0]];
    }
}
