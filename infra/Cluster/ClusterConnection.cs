using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using Pulumi;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Infra.Cluster;

/// <summary>A Region's cluster as what is put into it sees it: its provider, and the labels and options of its objects.</summary>
public sealed class ClusterConnection
{
    private readonly RegionContext _region;

    /// <summary>Declares the provider of the cluster.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="endpoint">The address of the API server.</param>
    /// <param name="certificateAuthority">The certificate that it is known by, in Base64.</param>
    /// <param name="failover">
    /// Whether a failover is going on. Only then are objects of an unreachable cluster left out of an update: an object that was left out
    /// looks as if it were updated, so in quiet times an error is better.
    /// </param>
    public ClusterConnection(RegionContext region, Output<string> endpoint, Output<string> certificateAuthority, FailoverState failover)
    {
        _region = region;
        Name = region.Names.KubernetesCluster(region.Region);
        Provider = new Kubernetes.Provider($"kubernetes-{region.Region}", new Kubernetes.ProviderArgs
        {
            KubeConfig = Output.Tuple(endpoint, certificateAuthority).Apply(values => KubeConfig(Name, region.Region, values.Item1, values.Item2)),

            // The cluster's identity: without it another certificate or address looks like another cluster, and everything is made anew.
            ClusterIdentifier = Arns.KubernetesCluster(region.Region, region.AccountId, Name),
            EnableServerSideApply = true,
            SkipUpdateUnreachable = failover == FailoverState.InProgress,
        });
    }

    /// <summary>The cluster's name.</summary>
    public string Name { get; }

    /// <summary>The provider of objects in the cluster.</summary>
    public Kubernetes.Provider Provider { get; }

    /// <summary>Options of an object in the cluster.</summary>
    public CustomResourceOptions Child(Resource parent, params Resource[] after) =>
        new() { Parent = parent, Provider = Provider, DependsOn = after };

    /// <summary>The logical name of an object: its own, of its Region.</summary>
    public string Logical(string name) => $"{name}-{_region.Region}";

    /// <summary>How to reach a cluster, as YAML: whoever deploys gets a token from AWS, so nothing in here is secret.</summary>
    public static string KubeConfig(string cluster, string region, string endpoint, string certificateAuthority) => $"""
        apiVersion: v1
        kind: Config
        clusters:
          - name: {cluster}
            cluster:
              server: {endpoint}
              certificate-authority-data: {certificateAuthority}
        contexts:
          - name: {cluster}
            context:
              cluster: {cluster}
              user: {cluster}
        current-context: {cluster}
        users:
          - name: {cluster}
            user:
              exec:
                apiVersion: client.authentication.k8s.io/v1
                command: aws
                args: [eks, get-token, --cluster-name, {cluster}, --region, {region}, --output, json]
                interactiveMode: Never
        """;
}
