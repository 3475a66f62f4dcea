using System.Globalization;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Infra.Cluster;

/// <summary>What <see cref="WorkloadNamespace"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Connection">Its cluster.</param>
/// <param name="Workload">A workload with pods.</param>
/// <param name="Sizing">How much is bought.</param>
/// <param name="Network">The Region's network.</param>
/// <param name="After">What has to be there before pods are.</param>
public sealed record WorkloadNamespaceArgs(
    RegionContext Region,
    ClusterConnection Connection,
    WorkloadSettings Workload,
    Sizing Sizing,
    ClusterNetwork Network,
    IReadOnlyList<Resource> After);

/// <summary>The place of a workload in a cluster: how much it may take, what its pods may be, and whom they may talk to.</summary>
[Practices("H4", "A2")]
public sealed class WorkloadNamespace : ComponentResource
{
    private readonly WorkloadNamespaceArgs _args;
    private readonly string _workload;

    /// <summary>Declares namespace, quota, defaults and network policies.</summary>
    /// <exception cref="ArgumentException">The workload has no pods.</exception>
    public WorkloadNamespace(string name, WorkloadNamespaceArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:cluster:WorkloadNamespace", name, options)
    {
        _args = args;
        _workload = args.Workload.Name;
        if (!args.Workload.HasPods)
        {
            throw new ArgumentException($"workload {_workload} has no serving settings and no pipelines, so it has no pods", nameof(args));
        }

        var labels = Labels();
        foreach (var mode in new[] { "audit", "enforce", "warn" })
        {
            labels[$"pod-security.kubernetes.io/{mode}"] = "restricted";
        }

        // Pods count as ready once the load balancer reaches them, so no update and no drain takes the last one that it does.
        if (args.Workload.Serving is not null)
        {
            labels["eks.amazonaws.com/pod-readiness-gate-inject"] = "enabled";
        }

        var space = new Kubernetes.Core.V1.Namespace(
            args.Connection.Logical(_workload),
            new NamespaceArgs { Metadata = KubernetesObject.Named(_workload, labels) },
            args.Connection.Child(this, [.. args.After]));
        DeclareQuota(PodResources.Needed(args.Workload, args.Sizing), space);
        DeclareDefaults(space);
        foreach (var policy in WorkloadTraffic.Of(args.Workload, args.Network))
        {
            _ = new Kubernetes.Networking.V1.NetworkPolicy(
                args.Connection.Logical($"{_workload}-{policy.Part}"),
                new Kubernetes.Types.Inputs.Networking.V1.NetworkPolicyArgs { Metadata = Metadata(policy.Part), Spec = policy.Spec },
                args.Connection.Child(this, space));
        }

        Region = Output.Create(args.Region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    private Dictionary<string, string> Labels() => _args.Region.Labels(Belonging.To(_args.Workload));

    private Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs Metadata(string part) => KubernetesObject.Named($"{_workload}-{part}", Labels(), _workload);

    private void DeclareQuota(PodResources needed, Resource space) => _ = new Kubernetes.Core.V1.ResourceQuota(
        _args.Connection.Logical($"{_workload}-quota"),
        new ResourceQuotaArgs
        {
            Metadata = Metadata("quota"),
            Spec = new ResourceQuotaSpecArgs
            {
                Hard =
                {
                    ["pods"] = needed.Pods.ToString(CultureInfo.InvariantCulture),
                    ["requests.cpu"] = $"{needed.MilliCpu}m",
                    ["requests.memory"] = $"{needed.MemoryMib}Mi",
                    ["limits.memory"] = $"{needed.MemoryMib}Mi",
                },
            },
        },
        _args.Connection.Child(this, space));

    // Of containers that ask for nothing: an autoscaler that counts shares of a request stands still beside one.
    private void DeclareDefaults(Resource space) => _ = new Kubernetes.Core.V1.LimitRange(
        _args.Connection.Logical($"{_workload}-defaults"),
        new LimitRangeArgs
        {
            Metadata = Metadata("defaults"),
            Spec = new LimitRangeSpecArgs
            {
                Limits =
                {
                    new LimitRangeItemArgs
                    {
                        Type = "Container",
                        DefaultRequest = { ["cpu"] = "100m", ["memory"] = "128Mi" },
                        Default = { ["memory"] = "128Mi" },
                    },
                },
            },
        },
        _args.Connection.Child(this, space));
}
