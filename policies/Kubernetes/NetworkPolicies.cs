namespace DrInfra.Policies.Kubernetes;

/// <summary>Network policies, and the switch by which EKS Auto Mode enforces them.</summary>
internal sealed class NetworkPolicies
{
    public static readonly IReadOnlyList<string> Types = ["kubernetes:networking.k8s.io/v1:NetworkPolicy"];

    private static readonly string[] ConfigMaps = ["kubernetes:core/v1:ConfigMap", "kubernetes:core/v1:ConfigMapPatch"];

    private readonly ILookup<string, Node> _switches;

    private NetworkPolicies(Estate estate) => _switches = estate.OfTypes(ConfigMaps)
        .Where(map => map["metadata"]["name"].Text == "amazon-vpc-cni" && Pods.NamespaceOf(map) == "kube-system").ToLookup(Pods.ClusterOf);

    public static NetworkPolicies In(Estate estate) => estate.Once(static estate => new NetworkPolicies(estate));

    /// <summary>Whether the ConfigMap amazon-vpc-cni switches them on in a cluster; null where only the deployment will tell.</summary>
    /// <remarks>https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html</remarks>
    public bool? AreSwitchedOn(string cluster)
    {
        Prop[] flags = [.. _switches[cluster].Select(map => map["data"]["enable-network-policy-controller"])];
        return Array.Exists(flags, flag => flag.Flag == true) ? true : Array.Exists(flags, flag => flag.IsUnknown) ? null : false;
    }
}
