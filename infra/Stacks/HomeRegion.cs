using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Network;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Pipelines;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Security;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;

namespace DrInfra.Infra.Stacks;

/// <summary>What either stack declares in its own Region: keys, network, and what serves and watches there.</summary>
internal sealed class HomeRegion
{
    private readonly PlatformSettings _settings;
    private RegionalCluster? _cluster;

    public HomeRegion(PlatformSettings settings, IReadOnlyList<KeyArgs> moreKeys)
    {
        _settings = settings;
        var region = new RegionContext(settings, settings.Role);
        Region = region;
        Keys = new RegionalKeys(
            $"keys-{region.Region}", new RegionalKeysArgs(region, [.. HomeKeys.Of(settings, region), .. moreKeys]));
        LogKeyArn = Keys.Arn(region.Shared, KeyParts.Logs);
        Network = new RegionalNetwork($"network-{region.Region}", new RegionalNetworkArgs(
            region, settings.HomeNetwork, settings.Sizing, LogKeyArn)
        {
            KeyspacesPolicy = KeyspaceStatements.EndpointPolicy(settings.Identity, settings.Workloads, region.Region),
        });
        Alerts = new AlertTopic($"alerts-{region.Region}", new AlertTopicArgs(region, settings.AlertEmails, Keys.Arn(region.Shared, KeyParts.Alerts)));
    }

    public RegionContext Region { get; }

    public RegionalKeys Keys { get; }

    public Output<string> LogKeyArn { get; }

    public RegionalNetwork Network { get; }

    public AlertTopic Alerts { get; }

    public GlobalDatabase Declare(WorkloadSettings workload, DatabaseStore database, DatabaseCredentialsArgs? credentials) => new(
        $"{workload.Name}-{database.Name}",
        new GlobalDatabaseArgs(
            Region,
            workload,
            database,
            _settings.Sizing,
            _settings.Activation,
            Network,
            Keys.Arn(Belonging.To(workload), KeyParts.Database),
            LogKeyArn,
            credentials));

    /// <summary>Declares the streams of this Region, and what copies them from the other one as soon as its clusters are recorded.</summary>
    public void DeclareStreams(StackOutputs outputs)
    {
        foreach (var (workload, stream) in _settings.StreamsHere)
        {
            var declared = new EventStream($"{workload.Name}-{stream.Name}", new EventStreamArgs(
                Region, workload, stream, _settings.Versions.Kafka, Network, Keys.Arn(Belonging.To(workload), KeyParts.Stream), LogKeyArn));
            outputs.Add(workload, stream, declared);
            if (workload.Tier.Strategy != Strategy.BackupRestore && _settings.SourceOf(workload, stream) is { } source)
            {
                _ = new StreamReplication(
                    $"{workload.Name}-{stream.Name}", new StreamReplicationArgs(Region, workload, stream, source, declared, Network));
            }
        }
    }

    /// <summary>Declares what serves the workloads here, what probes them in the other Region, and the alarms on their promises.</summary>
    /// <param name="operations">The Region's bucket for logs, artifacts and reports.</param>
    public void ServeAndWatch(OperationsBucketArgs operations)
    {
        var bucket = new OperationsBucket($"operations-{Region.Region}", operations);
        var baseline = DeclareCluster();
        foreach (var workload in _settings.Serving)
        {
            string Named(string part) => $"{workload.Name}-{part}-{Region.Region}";
            var endpoint = new ServingEndpoint(Named("endpoint"), new ServingEndpointArgs(Region, workload, Network, _cluster!));
            _ = new ServingPods(Named("pods"), new ServingPodsArgs(
                Region, workload, _settings.Sizing, _settings.Activation, _cluster!, baseline!, endpoint));
            foreach (var probe in EndpointProbe.Of(Region.Identity, workload, Region.Region))
            {
                _ = new EndpointCanary(Named(probe.Part), new EndpointCanaryArgs(
                    Region, workload, probe, _settings.Versions.CanaryRuntime, bucket, Alerts.TopicArn));
            }
        }

        DeclarePipelines(baseline);
        var (workloads, topicArn) = (_settings.Workloads, AlertTopic.ArnOf(Region));
        _ = new RecoveryAlarms($"alarms-{Region.Region}", new RecoveryAlarmsArgs(Region, workloads, topicArn, _settings.Activation));
        _ = new RecoveryEvents($"events-{Region.Region}", new RecoveryEventsArgs(Region, workloads, topicArn, LogKeyArn));
        _ = new RecoveryManifests($"manifests-{Region.Region}", new RecoveryManifestsArgs(
            Region, [.. workloads.Select(workload => (workload, Manifests.Of(_settings, workload)))]));
    }

    /// <summary>Declares the copies outside AWS of this Region's buckets; none in a trial.</summary>
    public void CopyOutside(StackOutputs outputs)
    {
        foreach (var (workload, copy) in _settings.Workloads.SelectMany(workload => workload.Offsites.Select(copy => (workload, copy))))
        {
            if (_settings.Sizing == Sizing.Small)
            {
                continue;
            }

            var made = new OffsiteCopy(
                $"{workload.Name}-{copy.Name}-{Region.Region}", new OffsiteCopyArgs(Region, workload, copy, _settings.IsActive, LogKeyArn));
            outputs.Add("offsite", workload, copy, new Dictionary<string, object?>
            {
                ["server"] = copy.Server,
                ["bucket"] = copy.Bucket,
                ["subdirectory"] = copy.Subdirectory,
                ["task"] = made.TaskArn,
            });
        }
    }

    /// <summary>
    /// Lets the plans raise capacity in this Region's cluster. Plans are the primary's, and their roles have computed names: either stack lets
    /// them into its own cluster, which refuses a role that is not there.
    /// </summary>
    /// <param name="roles">The roles of plans that this stack declares, by the plan's part of the name.</param>
    public void AdmitPlans(IReadOnlyDictionary<string, Resource> roles)
    {
        foreach (var plan in FailoverPlan.AllOf(_settings.Identity, _settings.Workloads).Where(plan => plan.Namespaces.Count > 0))
        {
            _cluster!.Admit(
                $"{plan.Part}-plan",
                Arns.Role(Region.AccountId, Region.Names.Role(plan.Part, FailoverPlan.RolePart)),
                AccessPolicies.RegionSwitchScaling,
                plan.Namespaces,
                roles.TryGetValue(plan.Part, out var role) ? [role] : []);
        }
    }

    // Alike in both Regions: which one runs them, beacon and lease say.
    private void DeclarePipelines(ClusterBaseline? baseline)
    {
        var workloads = _settings.WithPipelines.ToList();
        if (workloads.Count == 0)
        {
            return;
        }

        var image = _settings.Cluster.FollowerImage!;
        var follower = new Follower($"follower-{Region.Region}", new FollowerArgs(Region, workloads, image, _cluster!, baseline!));
        var operators = DeclareOperators(follower, baseline!);
        foreach (var (workload, pipeline) in workloads.SelectMany(workload => workload.Pipelines.Select(pipeline => (workload, pipeline))))
        {
            var name = $"{workload.Name}-{pipeline.Name}-{Region.Region}";
            var args = new PipelineArgs(Region, workload, pipeline, image, _settings.Sizing, _cluster!, baseline!);
            _ = pipeline.Engine switch
            {
                PipelineEngine.Container => new PipelinePods(name, args),
                PipelineEngine.Flink => new FlinkPipeline(name, args, _settings.Versions.Flink, operators!.Flink),
                PipelineEngine.Spark => (ComponentResource)new SparkPipeline(name, args, _settings.Versions.Spark, operators!.Spark),
                PipelineEngine.Hadoop => new HadoopPipeline(name, new HadoopPipelineArgs(
                    Region, workload, pipeline, _settings.Sizing, _settings.Versions.Emr, Network,
                    Keys.Arn(Region.Shared, KeyParts.Jobs), Keys.Arn(Region.Shared, KeyParts.Volumes), LogKeyArn)),
                _ => throw new InvalidOperationException($"unknown engine: {pipeline.Engine}"),
            };
        }

        _ = new LeaseAlarms($"lease-alarms-{Region.Region}", new LeaseAlarmsArgs(Region, workloads.Count, AlertTopic.ArnOf(Region)));
    }

    private JobOperators? DeclareOperators(Follower follower, ClusterBaseline baseline)
    {
        var (flink, spark) = (_settings.WithEngine(PipelineEngine.Flink).ToList(), _settings.WithEngine(PipelineEngine.Spark).ToList());
        return flink.Count + spark.Count == 0 ? null : new JobOperators($"job-operators-{Region.Region}", new JobOperatorsArgs(
            Region,
            [.. flink.Select(workload => workload.Name)],
            [.. spark.Select(workload => workload.Name)],
            _settings.Cluster,
            _settings.Versions,
            Network.Range,
            _cluster!,
            follower,
            [.. flink.Union(spark).Select(baseline.NamespaceOf)]));
    }

    private ClusterBaseline? DeclareCluster()
    {
        var inCluster = _settings.InCluster.ToList();
        if (inCluster.Count == 0)
        {
            return null;
        }

        // Before anything pulls.
        _ = new ContainerRegistry($"registry-{Region.Region}", new ContainerRegistryArgs(
            Region, [.. _settings.Images], Keys.Arn(Region.Shared, KeyParts.Images), _settings.OwnsAccountDefaults));
        _cluster = new RegionalCluster($"cluster-{Region.Region}", new RegionalClusterArgs(
            Region, _settings.Cluster, _settings.Versions.Kubernetes, Network, Keys.Arn(Region.Shared, KeyParts.Cluster), LogKeyArn, _settings.Failover));
        var reservations = _settings.Serving
            .Where(workload => workload.Serving!.Reserve is not null && _settings.Sizing == Sizing.Full)
            .Select(workload => new ReservedCapacity(
                $"{workload.Name}-reserve-{Region.Region}", new ReservedCapacityArgs(Region, workload, Network.Zones)))
            .SelectMany(reserve => reserve.ReservationIds)
            .ToList();
        return new ClusterBaseline($"baseline-{Region.Region}", new ClusterBaselineArgs(
            Region,
            _cluster,
            _settings.Cluster.Architecture,
            _settings.Sizing,
            inCluster,
            new ClusterNetwork(Network.Range, Network.Zones, Network.PrivateSubnetIds, Network.LoadBalancerRanges),
            Keys.Arn(Region.Shared, KeyParts.Volumes),
            reservations));
    }
}
