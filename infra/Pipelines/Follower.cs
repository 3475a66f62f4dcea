using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Infra.Pipelines;

/// <summary>What <see cref="Follower"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workloads">The workloads with pipelines.</param>
/// <param name="Image">Its image.</param>
/// <param name="Cluster">The Region's cluster.</param>
/// <param name="Baseline">What is in it.</param>
public sealed record FollowerArgs(
    RegionContext Region,
    IReadOnlyList<WorkloadSettings> Workloads,
    ContainerImage Image,
    RegionalCluster Cluster,
    ClusterBaseline Baseline);

/// <summary>
/// What starts and suspends the pipelines of a Region: it asks the zone's name servers which Region is meant, and takes or renews the leases.
/// Two of them, in two zones, of which one leads. It is reached by nobody, and changes nothing but what follows the beacon.
/// </summary>
[Practices("F3", "H6")]
public sealed class Follower : ComponentResource
{
    /// <summary>The name of its objects, in its own namespace and in those of workloads.</summary>
    public const string Name = "follower";

    private const string Rbac = "rbac.authorization.k8s.io";

    private readonly FollowerArgs _args;
    private readonly RegionContext _region;
    private readonly ClusterConnection _connection;

    /// <summary>Declares it, and what it may do.</summary>
    public Follower(string name, FollowerArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:pipelines:Follower", name, options)
    {
        _args = args;
        _region = args.Region;
        _connection = args.Cluster.Connection;
        var space = DeclareNamespace();
        var priority = DeclarePriority();
        var identity = PodIdentity.Declare(this, _region, args.Cluster, new PodIdentityArgs(
            _region.Shared, Name, $"Pods {Name} in {_region.Region}", (FollowerSettings.Namespace, Name), "work",
            FollowerRole.Policy(_region.Identity, _region.Region, args.Workloads)));
        var account = new Kubernetes.Core.V1.ServiceAccount(
            Logical("account"),
            new ServiceAccountArgs { Metadata = Metadata(), AutomountServiceAccountToken = false },
            _connection.Child(this, space));
        var leads = Allow(FollowerSettings.Namespace, "leads", FollowerAccess.ToLead, space, account);
        var starts = args.Workloads.Select(workload =>
            Allow(workload.Name, $"{workload.Name}-pipelines", FollowerAccess.ToStart(workload), args.Baseline.NamespaceOf(workload), account));
        OneAtATime.Declare(Logical("budget"), Metadata(), Name, _connection.Child(this, space));
        DeclareDeployment([account, identity, priority, leads, .. starts]);
        Ready = [space, priority];

        Region = Output.Create(_region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>What others in its namespace wait for.</summary>
    public Resource[] Ready { get; }

    private string Logical(string part) => _connection.Logical($"{Name}-{part}");

    private Dictionary<string, string> Labels() => _region.Labels(_region.Shared);

    private ObjectMetaArgs Metadata(string inNamespace = FollowerSettings.Namespace, string name = Name) =>
        KubernetesObject.Named(name, Labels(), inNamespace);

    private Kubernetes.Core.V1.Namespace DeclareNamespace()
    {
        var labels = Labels();
        foreach (var mode in new[] { "audit", "enforce", "warn" })
        {
            labels[$"pod-security.kubernetes.io/{mode}"] = "restricted";
        }

        var space = new Kubernetes.Core.V1.Namespace(
            Logical("namespace"),
            new NamespaceArgs { Metadata = KubernetesObject.Named(FollowerSettings.Namespace, labels) },
            _connection.Child(this, [.. _args.Baseline.Ready]));
        foreach (var policy in WorkloadTraffic.OfFollower())
        {
            _ = new Kubernetes.Networking.V1.NetworkPolicy(
                Logical(policy.Part),
                new Kubernetes.Types.Inputs.Networking.V1.NetworkPolicyArgs { Metadata = Metadata(name: $"{Name}-{policy.Part}"), Spec = policy.Spec },
                _connection.Child(this, space));
        }

        return space;
    }

    // Before the pods of any workload: where there is no room for it, no pipeline starts.
    private Kubernetes.Scheduling.V1.PriorityClass DeclarePriority()
    {
        var options = _connection.Child(this);
        options.DeleteBeforeReplace = true;
        return new Kubernetes.Scheduling.V1.PriorityClass(
            Logical("priority"),
            new Kubernetes.Types.Inputs.Scheduling.V1.PriorityClassArgs
            {
                Metadata = KubernetesObject.Named(FollowerSettings.Namespace, Labels()),
                Value = WorkloadPriority.OfFollower,
                Description = "What starts the pipelines of all workloads",
            },
            options);
    }

    private Kubernetes.Rbac.V1.RoleBinding Allow(
        string inNamespace, string part, Kubernetes.Types.Inputs.Rbac.V1.PolicyRuleArgs[] rules, Resource space, Resource account)
    {
        var role = new Kubernetes.Rbac.V1.Role(
            Logical(part),
            new Kubernetes.Types.Inputs.Rbac.V1.RoleArgs { Metadata = Metadata(inNamespace), Rules = rules },
            _connection.Child(this, space));
        return new Kubernetes.Rbac.V1.RoleBinding(
            Logical(part),
            new Kubernetes.Types.Inputs.Rbac.V1.RoleBindingArgs
            {
                Metadata = Metadata(inNamespace),
                RoleRef = new Kubernetes.Types.Inputs.Rbac.V1.RoleRefArgs { ApiGroup = Rbac, Kind = "Role", Name = Name },
                Subjects =
                {
                    new Kubernetes.Types.Inputs.Rbac.V1.SubjectArgs { Kind = "ServiceAccount", Name = Name, Namespace = FollowerSettings.Namespace },
                },
            },
            _connection.Child(this, role, account));
    }

    private void DeclareDeployment(Resource[] after) => _ = new Kubernetes.Apps.V1.Deployment(
        Logical("deployment"),
        new Kubernetes.Types.Inputs.Apps.V1.DeploymentArgs
        {
            Metadata = Metadata(),
            Spec = new Kubernetes.Types.Inputs.Apps.V1.DeploymentSpecArgs
            {
                Replicas = PodResources.FollowerPods,
                Selector = new LabelSelectorArgs { MatchLabels = { [RestrictedPod.App] = Name } },
                Strategy = new Kubernetes.Types.Inputs.Apps.V1.DeploymentStrategyArgs
                {
                    Type = "RollingUpdate",
                    RollingUpdate = new Kubernetes.Types.Inputs.Apps.V1.RollingUpdateDeploymentArgs { MaxSurge = 1, MaxUnavailable = 0 },
                },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = new Dictionary<string, string>(Labels()) { [RestrictedPod.App] = Name } },
                    Spec = FollowerPodSpec.Of(_region, _args.Workloads, _args.Image),
                },
            },
        },
        _connection.Child(this, after));
}
