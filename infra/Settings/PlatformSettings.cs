using DrInfra.Infra.Conventions;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Settings;

/// <summary>Everything that decides what a stack declares. Immutable, complete and checked: only <see cref="PlatformSettingsReader"/> makes it.</summary>
public sealed record PlatformSettings
{
    /// <summary>The project's name; the first part of every resource's name.</summary>
    public required string Project { get; init; }

    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The pair of stacks that this one belongs to; 1 to 16 lower-case letters, digits, hyphens. Default: <c>main</c>.</summary>
    public required string Pair { get; init; }

    /// <summary>Who answers for what all workloads share.</summary>
    public required string Owner { get; init; }

    /// <summary>The value of the tag <c>dr:environment</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>The account deployed into, 12 digits. A deployment into another one stops.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account that air-gapped vaults are shared with, 12 digits, not <see cref="AccountId"/>; null = none.</summary>
    public string? RecoveryAccountId { get; init; }

    /// <summary>The stack's home role.</summary>
    public required StackRole Role { get; init; }

    /// <summary>The Regions of the pair.</summary>
    public required RegionPair Regions { get; init; }

    /// <summary>
    /// The Region that keeps the third vote of strongly consistent tables, and that watches the two others; null = none.
    /// </summary>
    public string? WitnessRegion { get; init; }

    /// <summary>Whether triggers start plans. Default: observe.</summary>
    public AutomaticFailover AutomaticFailover { get; init; } = AutomaticFailover.Observe;

    /// <summary>How much is bought. Default: full.</summary>
    public required Sizing Sizing { get; init; }

    /// <summary>What a standby is ready for. A primary is always active.</summary>
    public required Activation Activation { get; init; }

    /// <summary>Whether a failover is going on.</summary>
    public required FailoverState Failover { get; init; }

    /// <summary>Whether this pair owns the settings that exist once per account and Region. One pair of an account does.</summary>
    public required bool OwnsAccountDefaults { get; init; }

    /// <summary>The hosted zone; null where no workload has an endpoint or pipelines.</summary>
    public DnsSettings? Dns { get; init; }

    /// <summary>Who gets the alerts of both Regions by mail; may be empty where the topics are subscribed to elsewhere.</summary>
    public IReadOnlyList<string> AlertEmails { get; init; } = [];

    /// <summary>
    /// Roles of federated people who may start a failover, as ARN patterns; their identity provider asks for the second factor. Default:
    /// none, so that only users of the account with a second factor may.
    /// </summary>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <summary>Region-switch plans that the account may have: the quota. 1 to 1,000. Default: the service's own.</summary>
    public int PlanQuota { get; init; } = (int)FactBook.Number("rs-plan-quota");

    /// <summary>How the clusters are reached and run.</summary>
    public ClusterSettings Cluster { get; init; } = ClusterSettings.Default;

    /// <summary>Versions that AWS runs for the platform.</summary>
    public VersionSettings Versions { get; init; } = VersionSettings.Default;

    /// <summary>The primary Region's network.</summary>
    public required NetworkSettings PrimaryNetwork { get; init; }

    /// <summary>The standby Region's network.</summary>
    public required NetworkSettings StandbyNetwork { get; init; }

    /// <summary>The workloads, in the order of the settings.</summary>
    public required IReadOnlyList<WorkloadSettings> Workloads { get; init; }

    /// <summary>The workloads that serve: they have pods, and each Region a cluster for them.</summary>
    public IEnumerable<WorkloadSettings> Serving => Workloads.Where(workload => workload.Serving is not null);

    /// <summary>The streams with a cluster in this stack's Region: a tier that restores from backups has none in the standby's.</summary>
    public IEnumerable<(WorkloadSettings Workload, StreamStore Stream)> StreamsHere =>
        from workload in Workloads
        where Role == StackRole.Primary || workload.Tier.Strategy != Strategy.BackupRestore
        from stream in workload.Streams
        select (workload, stream);

    /// <summary>The workloads with pods: each Region has a cluster for them.</summary>
    public IEnumerable<WorkloadSettings> InCluster => Workloads.Where(workload => workload.HasPods);

    /// <summary>The workloads with pipelines: for them each Region has a follower, and the pair a table of leases.</summary>
    public IEnumerable<WorkloadSettings> WithPipelines => Workloads.Where(workload => workload.Pipelines.Count > 0);

    /// <summary>The workloads with a pipeline of an engine.</summary>
    public IEnumerable<WorkloadSettings> WithEngine(PipelineEngine engine) => Workloads.Where(workload => workload.Has(engine));

    /// <summary>What is recorded of the other stack. Default: nothing.</summary>
    public RecordedIdentities Identities { get; init; } = RecordedIdentities.None;

    /// <summary>The images of all pods.</summary>
    public IEnumerable<ContainerImage> Images =>
    [
        .. Serving.Select(workload => workload.Serving!.Image),
        .. Workloads.SelectMany(workload => workload.Pipelines).Select(pipeline => pipeline.Image).OfType<ContainerImage>(),
        .. WithPipelines.Any() ? [Cluster.FollowerImage!] : Array.Empty<ContainerImage>(),
        .. WithEngine(PipelineEngine.Flink).Any() ? [Cluster.FlinkOperatorImage!] : Array.Empty<ContainerImage>(),
        .. WithEngine(PipelineEngine.Spark).Any() ? [Cluster.SparkOperatorImage!] : Array.Empty<ContainerImage>(),
    ];

    /// <summary>What both stacks of the pair compute names from.</summary>
    public PairIdentity Identity => new(Project, Pair, AccountId, Regions, Dns)
    {
        Witness = WitnessRegion,
        IsArmed = AutomaticFailover == AutomaticFailover.Armed,
    };

    /// <summary>Whether this stack's Region is the one that writes, as far as the settings say.</summary>
    public bool IsActive => Role == StackRole.Primary ? Failover == FailoverState.None : Activation == Activation.Active;

    /// <summary>The Region that this stack's servers are in.</summary>
    public string HomeRegion => Regions.Of(Role);

    /// <summary>The network that this stack's servers are in.</summary>
    public NetworkSettings HomeNetwork => NetworkOf(Role);

    /// <summary>The role of the other stack of the pair.</summary>
    public StackRole OtherRole => Role == StackRole.Primary ? StackRole.Standby : StackRole.Primary;

    /// <summary>What a reader should know about these settings: sentences, for the preview.</summary>
    public IReadOnlyList<string> Notices => SizingNotices.Of(this);

    /// <summary>The network of a role's servers.</summary>
    public NetworkSettings NetworkOf(StackRole role) => role == StackRole.Primary ? PrimaryNetwork : StandbyNetwork;

    /// <summary>The cluster that a stream is copied from into this stack's Region; null where it is not recorded yet.</summary>
    public StreamSource? SourceOf(WorkloadSettings workload, StreamStore stream)
    {
        string?[] subnets = NetworkOf(OtherRole) is ExistingNetwork existing
            ? [.. existing.DataSubnets]
            : [.. NetworkOf(OtherRole).Zones.Select(zone => Identities.Of(OtherRole, RandomIdentity.DataSubnet(zone)))];
        return Identities.Of(OtherRole, RandomIdentity.Stream(workload, stream)) is { } arn && !subnets.Contains(null)
            ? new StreamSource(arn, [.. subnets.OfType<string>()])
            : null;
    }
}
