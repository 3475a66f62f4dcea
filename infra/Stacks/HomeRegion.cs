using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Network;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Security;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using Pulumi;

namespace DrInfra.Infra.Stacks;

/// <summary>What either stack declares in its own Region: keys, network, and what serves and watches there.</summary>
internal sealed class HomeRegion
{
    private readonly PlatformSettings _settings;

    public HomeRegion(PlatformSettings settings, IReadOnlyList<KeyArgs> moreKeys)
    {
        _settings = settings;
        var region = new RegionContext(settings, settings.Role);
        Region = region;
        Keys = new RegionalKeys(
            $"keys-{region.Region}", new RegionalKeysArgs(region, [.. HomeKeys.Of(settings, region), .. moreKeys]));
        LogKeyArn = Keys.Arn(region.Shared, KeyParts.Logs);
        Network = new RegionalNetwork($"network-{region.Region}", new RegionalNetworkArgs(region, settings.HomeNetwork, settings.Sizing, LogKeyArn));
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

    /// <summary>Declares what serves the workloads here, what probes them in the other Region, and the alarms on their promises.</summary>
    /// <param name="operations">The Region's bucket for logs, artifacts and reports.</param>
    public void ServeAndWatch(OperationsBucketArgs operations)
    {
        var bucket = new OperationsBucket($"operations-{Region.Region}", operations);
        foreach (var workload in _settings.Workloads.Where(workload => workload.Serving is not null))
        {
            string Named(string part) => $"{workload.Name}-{part}-{Region.Region}";
            var endpoint = new ServingEndpoint(Named("endpoint"), new ServingEndpointArgs(Region, workload, Network));
            _ = new ServingCapacity(Named("capacity"), new ServingCapacityArgs(
                Region, workload, _settings.Sizing, _settings.Activation, Network, endpoint, Keys.Arn(Region.Shared, KeyParts.Volumes)));
            _ = new CapacityFunction(Named("capacity-step"), new CapacityFunctionArgs(Region, workload, bucket, LogKeyArn));
            _ = new EndpointCanary(Named("canary"), new EndpointCanaryArgs(
                Region, workload, _settings.Sizing, _settings.Versions.CanaryRuntime, bucket, Alerts.TopicArn));
        }

        var (workloads, topicArn) = (_settings.Workloads, AlertTopic.ArnOf(Region));
        _ = new RecoveryAlarms($"alarms-{Region.Region}", new RecoveryAlarmsArgs(Region, workloads, topicArn));
        _ = new RecoveryEvents($"events-{Region.Region}", new RecoveryEventsArgs(Region, workloads, topicArn, LogKeyArn));
        _ = new RecoveryManifests($"manifests-{Region.Region}", new RecoveryManifestsArgs(
            Region, [.. workloads.Select(workload => (workload, Manifests.Of(_settings, workload)))]));
    }
}
