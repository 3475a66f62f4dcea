namespace DrInfra.Policies.Kubernetes;

/// <summary>Whether nodes have the labels that pods ask for.</summary>
internal static class NodeLabels
{
    // What the kubelet, EKS and Karpenter give every node, or make nodes by.
    private static readonly string[] Given =
    [
        "kubernetes.io/", "topology.kubernetes.io/", "node.kubernetes.io/", "beta.kubernetes.io/", "failure-domain.beta.kubernetes.io/", "karpenter.sh/",
        "karpenter.k8s.aws/", "eks.amazonaws.com/", "topology.k8s.aws/", "topology.ebs.csi.aws.com/", "alpha.eksctl.io/",
    ];

    /// <summary>Whether nodes have what the selector of pods asks for; labels that nodes are given in any case are not judged.</summary>
    /// <param name="labelOf">A label of the nodes; absent where they have none of the name.</param>
    public static bool Fit(Node pods, Func<string, Prop> labelOf) => Selected(pods).All(wanted => labelOf(wanted.Name) is { IsAbsent: false } label
        && (label.Text is not { } value || wanted.Value.Text is not { } own || value == own));

    /// <summary>Whether nodes are given a label of the name in any case.</summary>
    public static bool IsGiven(string name) => Given.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The first label that pods ask for and that nodes are not given in any case; null where there is none.</summary>
    public static (string Name, Prop Value)? Asked(Node pods) => Selected(pods).Select(wanted => ((string, Prop)?)wanted).FirstOrDefault();

    private static IEnumerable<(string Name, Prop Value)> Selected(Node pods) => Pods.Spec(pods)["nodeSelector"].Members
        .Where(wanted => !IsGiven(wanted.Name));
}
