using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Security;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Stacks;

/// <summary>The keys of what a Region's servers store; either stack declares those of its own Region.</summary>
internal static class HomeKeys
{
    private static readonly string[] ClusterParts = [KeyParts.Cluster, KeyParts.Images];

    /// <summary>
    /// Keys for logs, alerts, and what a cluster stores, and one per workload with a database or streams. That of a database also where no
    /// database stands by, because the one that is restored there needs it.
    /// </summary>
    public static List<KeyArgs> Of(PlatformSettings settings, RegionContext region)
    {
        return
        [
            new KeyArgs(Belonging.Shared(settings), KeyParts.Logs) { AlsoUsedBy = [KeyUsers.Logs(region.Region, region.AccountId)] },
            new KeyArgs(Belonging.Shared(settings), KeyParts.Alerts) { AlsoUsedBy = [KeyUsers.Alerts(region.AccountId), KeyUsers.Events] },

            // Without a cluster too: it was declared before there were clusters, and a key that leaves the program may still decrypt something.
            new KeyArgs(Belonging.Shared(settings), KeyParts.Volumes),
            .. settings.WithEngine(PipelineEngine.Hadoop).Any()
                ? [new KeyArgs(Belonging.Shared(settings), KeyParts.Jobs) { AlsoUsedBy = [KeyUsers.LogDelivery(region.Region, region.AccountId)] }]
                : Array.Empty<KeyArgs>(),
            .. settings.InCluster.Any() ? ClusterParts.Select(part => new KeyArgs(Belonging.Shared(settings), part)) : [],
            .. settings.Workloads
                .Where(workload => workload.Databases.Any())
                .Select(workload => new KeyArgs(Belonging.To(workload), KeyParts.Database)),
            .. settings.StreamsHere.Select(here => new KeyArgs(Belonging.To(here.Workload), KeyParts.Stream)).DistinctBy(key => key.Belonging),
        ];
    }
}
