using DrInfra.Infra.Data;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Stacks;

/// <summary>What a stack tells people: promises and identifiers, never a secret. The other stack does not read it.</summary>
internal sealed class StackOutputs(PlatformSettings settings)
{
    private readonly Dictionary<string, object?> _databases = [];
    private readonly Dictionary<string, object?> _tables = [];
    private readonly Dictionary<string, object?> _buckets = [];

    public void Add(WorkloadSettings workload, DatabaseStore store, GlobalDatabase database) =>
        _databases[$"{workload.Name}/{store.Name}"] = new Dictionary<string, object?>
        {
            ["globalClusterIdentifier"] = database.GlobalClusterIdentifier,
            ["clusterIdentifier"] = database.ClusterIdentifier,
            ["secretName"] = database.SecretName,
        };

    public void Add(WorkloadSettings workload, TableStore store, GlobalTable table) =>
        _tables[$"{workload.Name}/{store.Name}"] = table.TableName;

    public void Add(WorkloadSettings workload, BucketStore store, ReplicatedBucket bucket) =>
        _buckets[$"{workload.Name}/{store.Name}"] = new Dictionary<string, object?>
        {
            ["primary"] = bucket.PrimaryBucketName,
            ["standby"] = bucket.StandbyBucketName,
        };

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

        foreach (var (name, identifiers) in new[] { ("databases", _databases), ("tables", _tables), ("buckets", _buckets) })
        {
            if (identifiers.Count > 0)
            {
                outputs[name] = identifiers;
            }
        }

        return outputs;
    }
}
