namespace DrInfra.Policies.Kubernetes.Jobs;

/// <summary>
/// A structured stream of Spark that the Spark operator submits. Sources: Spark operator, "Working with SparkApplications"; Spark, "Structured
/// Streaming Programming Guide", Recovering from Failures with Checkpointing.
/// </summary>
/// <param name="Node">The SparkApplication.</param>
internal sealed record SparkJob(Node Node)
{
    public const string Group = "sparkoperator.k8s.io";
    private const string ByTheClock = "ScheduledSparkApplication";
    private const string Location = "spark.sql.streaming.checkpointLocation";

    public string? Name => CustomObjects.NameOf(Node);

    /// <summary>Where its offsets and its state are.</summary>
    public Prop Checkpoints => Node["spec"]["sparkConf"][Location];

    /// <summary>What says whether it is submitted again.</summary>
    public Prop RestartPolicy => Node["spec"]["restartPolicy"]["type"];

    /// <summary>Why a stream that ended stays so; null where it is submitted again.</summary>
    public Reason? NotRestarted
    {
        get
        {
            var (policy, retries) = (RestartPolicy, Node["spec"]["restartPolicy"]["onFailureRetries"]);
            return policy.IsUnknown || retries.IsUnknown ? Reason.Unknown(Node, policy.Path)
                : policy.Text == "Always" ? null
                : policy.Text != "OnFailure" ? new Reason(
                    $"restartPolicy is {policy.Text ?? "Never"}: the operator does not submit it again", Node,
                    policy.IsAbsent ? "spec.restartPolicy" : policy.Path)
                : retries.Number > 0 ? null
                : new Reason("restartPolicy is OnFailure without onFailureRetries: the operator does not submit it again", Node, "spec.restartPolicy");
        }
    }

    /// <summary>Whether the driver's pod has a volume of its own there, which may outlive it; null where only the deployment will tell.</summary>
    public bool? HasVolumeAt(string path)
    {
        var (volumes, mounts) = (Node["spec"]["volumes"], Node["spec"]["driver"]["volumeMounts"]);
        if (volumes.IsUnknown || mounts.IsUnknown)
        {
            return null;
        }

        var claimed = volumes.Items.Where(volume => volume["emptyDir"].IsAbsent && volume["hostPath"].IsAbsent).Select(volume => volume["name"].Text)
            .ToHashSet(StringComparer.Ordinal);
        return mounts.Items.Any(mount => claimed.Contains(mount["name"].Text) && mount["mountPath"].Text is { } at
            && (path + "/").StartsWith(at.TrimEnd('/') + "/", StringComparison.Ordinal));
    }

    /// <summary>Where its code is.</summary>
    public IEnumerable<Prop> Code => [Template["mainApplicationFile"], .. Template["deps"]["jars"].Items, .. Template["deps"]["pyFiles"].Items];

    // A scheduled application holds the application in a template.
    private Prop Template => Node["spec"]["template"].IsAbsent ? Node["spec"] : Node["spec"]["template"];

    /// <summary>Whether its driver's pod has containers that begin before it, or beside it.</summary>
    public bool HasOtherContainers => new[] { Template["driver"], Template["driver"]["template"]["spec"] }.Any(pod =>
        pod["initContainers"].Items.Count > 0 || pod["sidecars"].Items.Count > 0 || pod["containers"].Items.Count > 1);

    /// <summary>Whether an object is an application that runs by the clock.</summary>
    public static bool IsScheduled(Node node) => node.Type.EndsWith(":" + ByTheClock, StringComparison.Ordinal);

    /// <summary>The applications that run by the clock.</summary>
    public static IEnumerable<Node> Scheduled(Estate estate) => CustomObjects.Of(estate, Group, ByTheClock);

    /// <summary>All applications, those that run by the clock included.</summary>
    public static IEnumerable<SparkJob> All(Estate estate) =>
        CustomObjects.Of(estate, Group, "SparkApplication").Concat(Scheduled(estate)).Select(node => new SparkJob(node));

    /// <summary>The applications that stream: they state where their checkpoints are. A suspended one is not running.</summary>
    public static IEnumerable<SparkJob> Streams(Estate estate) => CustomObjects.Of(estate, Group, "SparkApplication")
        .Select(node => new SparkJob(node)).Where(job => !job.Checkpoints.IsAbsent);
}
