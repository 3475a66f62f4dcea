using DrInfra.Infra.Functions.Follower.Services;
using DrInfra.Recovery.Protocol;
using k8s;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>The follower of a Region: one of its replicas acts for every workload.</summary>
internal static class FollowCommand
{
    public static async Task<int> RunAsync(Settings settings, CancellationToken stop)
    {
        var configuration = KubernetesClientConfiguration.BuildDefaultConfig();
        configuration.HttpClientTimeout = settings.Times.RequestLimit;
        using var cluster = new Kubernetes(configuration);
        using var table = new LeaseTable(settings.Region, settings.Table);
        using var storage = BucketStore.Client(settings.Region);
        using var ages = new SavepointAges(settings.Region, settings.Times.RequestLimit);
        var beacons = new BeaconReader(settings.Zone, settings.Resolver, settings.Times.Looks / 2);
        IReadOnlyList<WorkloadFollower> followers = [];
        using var endpoint = new ProbeEndpoint(settings.Port, LeaseProtocol.LivePath, () => followers.All(follower => follower.IsAlive));
        await new Leadership(cluster, configuration.Namespace ?? "default", settings.Times).RunAsync(
            async leads =>
            {
                followers = [.. settings.Beacons.Keys.Select(workload =>
                    new WorkloadFollower(settings, workload, beacons, table, new WorkloadObjects(cluster, workload), Keeper(workload)))];
                await Task.WhenAll(followers.Select(follower => follower.RunAsync(leads)));
                followers = [];
                Log.Say("leadership.lost");
            },
            stop);
        return 0;

        SavepointKeeper Keeper(string workload) => new(
            settings, workload, cluster, bucket => new BucketStore(storage, bucket, settings.Times.RequestLimit), ages);
    }
}
