using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Kubernetes.Jobs;

namespace DrInfra.Policies.Aws.KinesisAnalytics;

/// <summary>
/// An application of Managed Service for Apache Flink. Its state is in checkpoints and snapshots of the service, and a snapshot is restored in its
/// own account and Region alone. Sources: Managed Service for Apache Flink developer guide, "Manage application backups using snapshots" and
/// "Restore an application from an enhanced snapshot".
/// </summary>
/// <param name="Node">The application.</param>
internal sealed record FlinkApplication(Node Node)
{
    public string? Name => PhysicalName.Of(Node);

    /// <summary>What says whether it runs.</summary>
    public Prop Start => Node["startApplication"];

    /// <summary>Whether the program starts it: it does not where nothing is stated. Null where only the deployment will tell.</summary>
    public bool? Starts => Start.IsUnknown ? null : Start.Flag == true;

    /// <summary>Whether it goes on from a checkpoint when the service restarts it; null where only the deployment will tell.</summary>
    public bool? Checkpoints => CheckpointsOff.IsUnknown || Configuration["checkpointConfiguration"]["configurationType"].IsUnknown ? null
        : Configuration["checkpointConfiguration"]["configurationType"].Text != "CUSTOM" || CheckpointsOff.Flag != false;

    /// <summary>What turns checkpoints off.</summary>
    public Prop CheckpointsOff => Configuration["checkpointConfiguration"]["checkpointingEnabled"];

    /// <summary>What turns snapshots off.</summary>
    public Prop SnapshotsOff => Node["applicationConfiguration"]["applicationSnapshotConfiguration"]["snapshotsEnabled"];

    /// <summary>The property that has its sources begin where their consumer group committed; absent where none is seen.</summary>
    public Prop GroupOffsets => FlinkOffsets.In(Node["applicationConfiguration"]["environmentProperties"]["propertyGroups"].Items
        .SelectMany(group => group["propertyMap"].Members).Select(member => member.Value));

    /// <summary>The bucket that its code is in, by its ARN.</summary>
    public Prop Code => Node["applicationConfiguration"]["applicationCodeConfiguration"]["codeContent"]["s3ContentLocation"]["bucketArn"];

    private Prop Configuration => Node["applicationConfiguration"]["flinkApplicationConfiguration"];

    /// <summary>All applications of Flink, by URN.</summary>
    public static IEnumerable<FlinkApplication> All(Estate estate) => estate.OfType(KinesisAnalyticsTypes.Application)
        .Where(node => node["runtimeEnvironment"].Text?.StartsWith("SQL", StringComparison.Ordinal) != true).Select(node => new FlinkApplication(node));

    /// <summary>Whether a policy lets something start such applications: a function of the failover, maybe.</summary>
    public static bool MayBeStarted(Estate estate) => IdentityPolicies.AnyNames(estate, "kinesisanalytics:StartApplication");
}
