using DrInfra.Infra.Data;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Stacks;

/// <summary>What a stack tells people: promises and identifiers, never a secret. The other stack does not read it.</summary>
internal sealed class StackOutputs(PlatformSettings settings)
{
    private readonly SortedDictionary<string, Dictionary<string, object?>> _stores = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _identities = [];

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

    public void Add(WorkloadSettings workload, StreamStore store, EventStream stream)
    {
        Add("streams", workload, store, new Dictionary<string, object?> { ["clusterArn"] = stream.ClusterArn, ["brokers"] = stream.Addresses });
        _identities[RandomIdentity.Stream(workload, store)] = stream.ClusterArn;
    }

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

        // What the other stack has to have recorded, in the shape of its setting.
        if (_identities.Count > 0)
        {
            outputs[IdentityReader.Key] = new Dictionary<string, object?>
            {
                [Conventions.ResourceTags.RoleText(settings.Role)] =
                    RandomIdentity.Of(settings, settings.Role).ToDictionary(identity => identity.Name, identity => IdOf(home, identity.Name)),
            };
        }

        // Computed, so either stack tells those of its own Region.
        foreach (var workload in settings.Workloads)
        {
            foreach (var catalogue in workload.Catalogues)
            {
                Add("catalogues", workload, catalogue, CatalogueEnvironment.Addresses(settings.Identity, workload, catalogue, settings.HomeRegion)
                    .ToDictionary(address => address.Key, address => (object?)address.Value));
            }
        }

        foreach (var (kinds, identifiers) in _stores)
        {
            outputs[kinds] = identifiers;
        }

        return outputs;
    }

    private object? IdOf(HomeRegion home, string identity) => _identities.GetValueOrDefault(identity)
        ?? home.Network.Zones.Zip(home.Network.DataSubnetIds).First(subnet => RandomIdentity.DataSubnet(subnet.First) == identity).Second;
}
