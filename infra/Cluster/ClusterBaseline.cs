using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Infra.Cluster;

/// <summary>What <see cref="ClusterBaseline"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Cluster">Its cluster.</param>
/// <param name="Architecture">Of the nodes.</param>
/// <param name="Sizing">How much is bought.</param>
/// <param name="Workloads">The workloads with pods.</param>
/// <param name="Network">What nodes and pods are reached from, and stand in.</param>
/// <param name="VolumeKeyArn">The key of this Region that volumes are encrypted with.</param>
/// <param name="ReservationIds">Reserved capacity that nodes take first; may be empty.</param>
public sealed record ClusterBaselineArgs(
    RegionContext Region,
    RegionalCluster Cluster,
    string Architecture,
    Sizing Sizing,
    IReadOnlyList<WorkloadSettings> Workloads,
    ClusterNetwork Network,
    Output<string> VolumeKeyArn,
    IReadOnlyList<Output<string>> ReservationIds);

/// <summary>
/// What every workload finds in a cluster: nodes over three zones, storage, priorities by tier, and a namespace of its own with quota,
/// defaults, pod security and a network that denies what is not allowed.
/// </summary>
[Practices("H4", "H6")]
public sealed class ClusterBaseline : ComponentResource
{
    /// <summary>The name of the node class; <c>default</c> is the service's own.</summary>
    public const string NodeClass = "platform";

    /// <summary>The name of the node pool.</summary>
    public const string NodePool = "general";

    private readonly ClusterBaselineArgs _args;
    private readonly RegionContext _region;
    private readonly ClusterConnection _connection;
    private readonly Dictionary<string, Resource> _namespaces = [];

    /// <summary>Declares the objects.</summary>
    public ClusterBaseline(string name, ClusterBaselineArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:cluster:ClusterBaseline", name, options)
    {
        _args = args;
        _region = args.Region;
        _connection = args.Cluster.Connection;
        var nodes = DeclareNodes();
        DeclareStorage();
        var networkPolicy = DeclareNetworkPolicySwitch();
        Ready = [nodes, networkPolicy];
        var priorities = args.Workloads.Select(workload => workload.Tier).DistinctBy(tier => tier.Name).ToDictionary(
            tier => tier.Name,
            tier => (Resource)new Kubernetes.Scheduling.V1.PriorityClass(
                _connection.Logical($"{tier.Name}-priority"),
                new Kubernetes.Types.Inputs.Scheduling.V1.PriorityClassArgs
                {
                    Metadata = KubernetesObject.Named(tier.Name, _region.Labels(_region.Shared)),
                    Value = WorkloadPriority.Of(tier),
                    Description = $"Pods of tier {tier.Name}",
                },
                Priority()));
        foreach (var workload in args.Workloads)
        {
            _namespaces[workload.Name] = new WorkloadNamespace(_connection.Logical($"{workload.Name}-namespace"), new WorkloadNamespaceArgs(
                _region, _connection, workload, args.Sizing, args.Network, [nodes, networkPolicy, priorities[workload.Tier.Name]]),
                new ComponentResourceOptions { Parent = this });
        }

        Region = Output.Create(_region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>What any pod comes after: nodes, and a network that denies.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <summary>What the pods of a workload come after.</summary>
    public Resource NamespaceOf(WorkloadSettings workload) => _namespaces[workload.Name];

    // A priority's value cannot be changed, and no two have one name.
    private CustomResourceOptions Priority()
    {
        var options = _connection.Child(this);
        options.DeleteBeforeReplace = true;
        return options;
    }

    private KubernetesObject DeclareNodes()
    {
        var labels = _region.Labels(_region.Shared);
        var nodeClass = new KubernetesObject(_connection.Logical("node-class"), new KubernetesObjectArgs("eks.amazonaws.com/v1", "NodeClass")
        {
            Metadata = KubernetesObject.Named(NodeClass, labels),
            Spec = NodeClassSpec.Of(
                _args.Cluster.NodeRoleName,
                _args.Network.SubnetIds,
                _args.Cluster.SecurityGroupId,
                _args.VolumeKeyArn,
                _args.ReservationIds,
                _region.TagTexts(_region.Shared)),
        }, _connection.Child(this, _args.Cluster.NodesAdmitted));
        return new KubernetesObject(_connection.Logical("node-pool"), new KubernetesObjectArgs("karpenter.sh/v1", "NodePool")
        {
            Metadata = KubernetesObject.Named(NodePool, labels),
            Spec = NodePoolSpec.Of(
                NodeClass, _args.Network.Zones, _args.Architecture, _args.ReservationIds.Count > 0, PodResources.Needed(_args.Workloads, _args.Sizing)),
        }, _connection.Child(this, nodeClass));
    }

    private void DeclareStorage() => _ = new Kubernetes.Storage.V1.StorageClass(
        _connection.Logical("storage-class"),
        new Kubernetes.Types.Inputs.Storage.V1.StorageClassArgs
        {
            Metadata = new Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs
            {
                Name = "encrypted",
                Labels = _region.Labels(_region.Shared),
                Annotations = { ["storageclass.kubernetes.io/is-default-class"] = "true" },
            },
            Provisioner = "ebs.csi.eks.amazonaws.com",
            Parameters = { ["type"] = "gp3", ["encrypted"] = "true", ["kmsKeyId"] = _args.VolumeKeyArn },

            // In the zone where its pod is, and never gone with its claim.
            VolumeBindingMode = "WaitForFirstConsumer",
            ReclaimPolicy = "Retain",
            AllowVolumeExpansion = true,
        },
        _connection.Child(this));

    // Auto Mode enforces no network policy without it (https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html).
    private Kubernetes.Core.V1.ConfigMap DeclareNetworkPolicySwitch() => new(
        _connection.Logical("network-policy-switch"),
        new ConfigMapArgs
        {
            Metadata = KubernetesObject.Named("amazon-vpc-cni", _region.Labels(_region.Shared), "kube-system"),
            Data = { ["enable-network-policy-controller"] = "true" },
        },
        _connection.Child(this));
}
