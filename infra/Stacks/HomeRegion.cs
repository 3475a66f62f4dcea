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
    public HomeRegion(RegionContext region, NetworkSettings network, IReadOnlyList<KeyArgs> moreKeys)
    {
        Region = region;
        Shared = Belonging.Shared(region.Settings);
        Keys = new RegionalKeys(
            $"keys-{region.Region}", new RegionalKeysArgs(region, [.. HomeKeys.Of(region.Settings, region), .. moreKeys]));
        LogKeyArn = Keys.Arn(Shared, HomeKeys.Logs);
        Network = new RegionalNetwork($"network-{region.Region}", new RegionalNetworkArgs(region, network, LogKeyArn));
        Alerts = new AlertTopic($"alerts-{region.Region}", new AlertTopicArgs(region, Keys.Arn(Shared, HomeKeys.Alerts)));
    }

    public RegionContext Region { get; }

    public Belonging Shared { get; }

    public RegionalKeys Keys { get; }

    public Output<string> LogKeyArn { get; }

    public RegionalNetwork Network { get; }

    public AlertTopic Alerts { get; }

    public GlobalDatabase Declare(WorkloadSettings workload, DatabaseStore database, DatabaseCredentialsArgs? credentials) => new(
        $"{workload.Name}-{database.Name}",
        new GlobalDatabaseArgs(
            Region, workload, database, Network, Keys.Arn(Belonging.To(workload), HomeKeys.Database), LogKeyArn, credentials));

    /// <summary>Declares what serves the workloads here, what probes them in the other Region, and the alarms on their promises.</summary>
    /// <param name="operations">The Region's bucket for logs, artifacts and reports.</param>
    public void ServeAndWatch(OperationsBucketArgs operations)
    {
        var bucket = new OperationsBucket($"operations-{Region.Region}", operations);
        foreach (var workload in Region.Settings.Workloads.Where(workload => workload.Serving is not null))
        {
            string Named(string part) => $"{workload.Name}-{part}-{Region.Region}";
            var endpoint = new ServingEndpoint(Named("endpoint"), new ServingEndpointArgs(Region, workload, Network));
            _ = new ServingCapacity(Named("capacity"), new ServingCapacityArgs(
                Region, workload, Network, endpoint, Keys.Arn(Shared, HomeKeys.Volumes)));
            _ = new CapacityFunction(Named("capacity-step"), new CapacityFunctionArgs(Region, workload, bucket, LogKeyArn));
            _ = new EndpointCanary(Named("canary"), new EndpointCanaryArgs(Region, workload, bucket, Alerts.TopicArn));
        }

        _ = new RecoveryAlarms($"alarms-{Region.Region}", new RecoveryAlarmsArgs(Region, AlertTopic.ArnOf(Region)));
        _ = new RecoveryEvents($"events-{Region.Region}", new RecoveryEventsArgs(Region, AlertTopic.ArnOf(Region), LogKeyArn));
        _ = new RecoveryManifests($"manifests-{Region.Region}", new RecoveryManifestsArgs(Region));
    }
}
