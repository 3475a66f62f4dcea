using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>What the pods of a pipeline in one Region are made of, whatever its engine.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Pipeline">One of its pipelines.</param>
/// <param name="FollowerImage">The image of gate and watch.</param>
/// <param name="Sizing">How much is bought.</param>
/// <param name="Cluster">The Region's cluster.</param>
/// <param name="Baseline">What is in it.</param>
public sealed record PipelineArgs(
    RegionContext Region,
    WorkloadSettings Workload,
    PipelineSettings Pipeline,
    ContainerImage FollowerImage,
    Sizing Sizing,
    RegionalCluster Cluster,
    ClusterBaseline Baseline)
{
    /// <summary>The name of its object, in the workload's namespace.</summary>
    internal string Name => $"{Workload.Name}-{Pipeline.Name}";

    /// <summary>The labels of its pods.</summary>
    internal Dictionary<string, string> PodLabels => new(FollowedLabels) { [RestrictedPod.App] = Name };

    /// <summary>The metadata by which the follower knows its object.</summary>
    internal ObjectMetaArgs Followed => KubernetesObject.Named(Name, FollowedLabels, Workload.Name);

    private Dictionary<string, string> FollowedLabels =>
        new(Region.Labels(Belonging.To(Workload))) { [LeaseProtocol.FollowsLabel] = LeaseProtocol.Beacon };

    /// <summary>Options of an object in the workload's namespace.</summary>
    internal CustomResourceOptions InNamespace(Resource parent, params Resource[] after) =>
        Cluster.Connection.Child(parent, [Baseline.NamespaceOf(Workload), .. after]);
}
