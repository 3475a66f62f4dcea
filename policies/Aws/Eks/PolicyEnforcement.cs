using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>Whether the network policies of a cluster keep anything out.</summary>
internal static class PolicyEnforcement
{
    private const string NetworkAddon = "vpc-cni";

    /// <summary>Why nothing enforces them; null where something does, or nobody can tell what would.</summary>
    /// <param name="name">The cluster as its objects name it.</param>
    /// <param name="policy">One of the policies.</param>
    public static Reason? Fault(Estate estate, EksCluster cluster, string name, Node policy)
    {
        if (cluster.IsAutoMode is not { } auto)
        {
            return Reason.Unknown(cluster.Node, "computeConfig.enabled");
        }

        if (auto)
        {
            return NetworkPolicies.In(estate).AreSwitchedOn(name) switch
            {
                true => null,
                false => new Reason(
                    $"EKS Auto Mode of cluster {cluster.Name} does not enforce network policies: ConfigMap amazon-vpc-cni does not set "
                        + "enable-network-policy-controller",
                    policy),
                null => Reason.Unknown(policy, "spec"),
            };
        }

        // Another engine, such as Calico, may enforce them: only the add-on of the network says that it does not.
        return cluster.Declared(estate, EksTypes.Addon).FirstOrDefault(addon => addon["addonName"].Text == NetworkAddon) is not { } found ? null
            : found["configurationValues"] is { IsUnknown: true } unknown ? Reason.Unknown(found, unknown.Path)
            : JsonDocumentText.Parse(found["configurationValues"].Text ?? "{}", "configurationValues") is { } values
                && values["enableNetworkPolicy"].Flag == true ? null
            : new Reason($"add-on {NetworkAddon} of cluster {cluster.Name} does not set enableNetworkPolicy", found, "configurationValues");
    }
}
