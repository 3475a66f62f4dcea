using DrInfra.Infra.Data;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Stacks;

/// <summary>What a stack tells people: promises and identifiers, never a secret. The other stack does not read it.</summary>
internal sealed class StackOutputs(PlatformSettings settings)
{
    private readonly SortedDictionary<string, Dictionary<string, object?>> _stores = new(StringComparer.Ordinal);

    /// <summary>Tells where clients find a store.</summary>
    /// <param name="kinds">The output: its kind, in the plural.</param>
    public void Add(string kinds, WorkloadSettings workload, StoreSettings store, object? value)
    {
        if (!_stores.TryGetValue(kinds, out var identifiers))
        {
            _stores[kinds] = identifiers = [];
        }

        identifiers[$"{workload.Name}/{store.Name}"] = value;
    }

    public void Add(WorkloadSettings workload, DatabaseStore store, GlobalDatabase database) =>
        Add("databases", workload, store, new Dictionary<string, object?>
        {
            ["globalClusterIdentifier"] = database.GlobalClusterIdentifier,
            ["clusterIdentifier"] = database.ClusterIdentifier,
            ["secretName"] = database.SecretName,
        });

    public void Add(WorkloadSettings workload, BucketStore store, ReplicatedBucket bucket) =>
        Add("buckets", workload, store, new Dictionary<string, object?>
        {
            ["primary"] = bucket.PrimaryBucketName,
            ["standby"] = bucket.StandbyBucketName,
        });

    public IDictionary<string, object?> With(HomeRegion home)
    {
        var outputs = new Dictionary<string, object?>
        {
            ["role"] = Conventions.ResourceTags.RoleText(settings.Role),
            ["region"] = settings.HomeRegion,
            ["vpcId"] = home.Network.VpcId,
            ["alertTopicArn"] = home.Alerts.TopicArn,
            ["recoveryManifest"] = settings.Workloads.ToDictionary(
                workload => workload.Name,
                workload => (object?)Manifests.Of(settings, workload).ToJson()),
            ["endpoints"] = settings.Workloads
                .Where(workload => workload.Endpoint is not null)
                .ToDictionary(workload => workload.Name, workload => (object?)$"{workload.Endpoint}.{settings.Dns!.Domain}"),
        };
        if (settings.InCluster.Any())
        {
            outputs["cluster"] = home.Region.Names.KubernetesCluster(settings.HomeRegion);
        }

        foreach (var (kinds, identifiers) in _stores)
        {
            outputs[kinds] = identifiers;
        }

        return outputs;
    }
}
