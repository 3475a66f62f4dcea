using DrInfra.Policies.Aws.Alb;
using DrInfra.Policies.Aws.LoadBalancing;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>The target groups by which load balancers send to pods.</summary>
internal sealed class PodTargets
{
    /// <summary>The tag by which EKS Auto Mode may register targets with a group that it did not make.</summary>
    public const string ClusterTag = "eks:eks-cluster-name";

    private static readonly string[] Groups = [LoadBalancingTypes.TargetGroup, AlbTypes.TargetGroup];

    private readonly Estate _estate;
    private readonly Dictionary<Node, List<TargetGroupBinding>> _byPods = [];

    private PodTargets(Estate estate)
    {
        _estate = estate;
        foreach (var node in estate.OfTypes(TargetGroupBinding.Types))
        {
            var binding = new TargetGroupBinding(node);
            foreach (var pods in Services.In(estate).Named(node, binding.Service) is { } service ? Services.In(estate).PodsOf(service) : [])
            {
                if (!_byPods.TryGetValue(pods, out var bindings))
                {
                    _byPods.Add(pods, bindings = []);
                }

                bindings.Add(binding);
            }
        }
    }

    public static PodTargets In(Estate estate) => estate.Once(static estate => new PodTargets(estate));

    /// <summary>The target groups that the pods are bound to.</summary>
    public IReadOnlyList<Node> Of(Node pods) =>
        [.. (_byPods.GetValueOrDefault(pods) ?? []).Select(binding => GroupOf(_estate, binding).Target).OfType<Node>().Distinct()];

    public bool AreBound(Node pods) => _byPods.ContainsKey(pods);

    /// <summary>Why the pods are not registered with a target group that they are bound to; null where they are.</summary>
    public Reason? Unregistered(Node pods) =>
        Reason.Deciding((_byPods.GetValueOrDefault(pods) ?? []).Select(binding => Fault(_estate, binding)).OfType<Reason>());

    public static Reference GroupOf(Estate estate, TargetGroupBinding binding) => estate.References.Follow(binding.Node, binding.TargetGroup, Groups);

    /// <summary>Why a binding registers nothing; null where it works as far as the program tells.</summary>
    public static Reason? Fault(Estate estate, TargetGroupBinding binding)
    {
        var reference = GroupOf(estate, binding);
        if (reference.Target is not { } group)
        {
            return reference.IsAbsent ? new Reason($"{binding.Node.Name} names no target group", binding.Node, "spec.targetGroupARN")
                : PodClusters.In(estate).RegionOf(binding.Node) is { } own && Arn.RegionOf(reference.Text) is { } there && own != there
                    ? new Reason($"{binding.Node.Name} names a target group in {there}, its cluster is in {own}", binding.Node, binding.TargetGroup.Path)
                : null;
        }

        if (Services.In(estate).Named(binding.Node, binding.Service) is { } service && OfService(binding, service) is { } fault)
        {
            return fault;
        }

        return PodClusters.In(estate).Of(binding.Node) is not { } cluster ? null
            : cluster.Region is { } region && group.Region is { } other && region != other
                ? new Reason($"target group {group.Name} is in {other}, cluster {cluster.Name} in {region}", binding.Node, binding.TargetGroup.Path)
            : binding.IsOfAutoMode && new EksCluster(cluster).IsAutoMode == true ? OfAutoMode(estate, binding, group, new EksCluster(cluster))
            : null;
    }

    private static Reason? OfService(TargetGroupBinding binding, Node service)
    {
        var (selector, ports) = (service["spec"]["selector"], service["spec"]["ports"]);
        return !selector.IsUnknown && !selector.Members.Any()
                ? new Reason($"the Service {service.Name} of {binding.Node.Name} selects no pods", service, selector.Path)
            : binding.Port.Text is { } port && !ports.IsUnknown
                && !ports.Items.Any(item => item["port"].IsUnknown || item["port"].Text == port || item["name"].Text == port)
                ? new Reason($"the Service {service.Name} of {binding.Node.Name} has no port {port}", binding.Node, binding.Port.Path)
            : null;
    }

    // Source: platform of EKS Auto Mode, June 2026: own target groups need the cluster's name as a tag, addresses as targets, and its network.
    private static Reason? OfAutoMode(Estate estate, TargetGroupBinding binding, Node group, EksCluster cluster)
    {
        var (tag, kind) = (group.Tag(ClusterTag), group["targetType"]);
        if (kind.IsUnknown || group.Input("tags").IsUnknown || group.Input("tags")[ClusterTag].IsUnknown)
        {
            return Reason.Unknown(group, kind.IsUnknown ? kind.Path : "tags");
        }

        if (kind.Text != "ip")
        {
            return new Reason($"targetType of {group.Name} is {kind.Text ?? "instance"}, but EKS Auto Mode registers pods by ip", group, kind.Path);
        }

        if (tag != cluster.Name)
        {
            return cluster.Node["name"].IsUnknown ? Reason.Unknown(cluster.Node, "name")
                : new Reason(
                    $"tag {ClusterTag} of {group.Name} is {tag ?? "not set"}, so EKS Auto Mode of cluster {cluster.Name} does not register pods",
                    group, "tags");
        }

        return binding.TargetType.Text is { } own && own != "ip"
            ? new Reason($"targetType of {binding.Node.Name} is {own}, ip needed", binding.Node, binding.TargetType.Path)
            : ClusterNetwork.Differs(estate, cluster, group);
    }
}
