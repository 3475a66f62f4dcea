namespace DrInfra.Policies.Kubernetes;

/// <summary>Whether pods are ready only once a load balancer has registered them and finds them healthy.</summary>
internal static class ReadinessGates
{
    // The controller of EKS Auto Mode, and the AWS Load Balancer Controller, add the gate in namespaces with their label.
    private static readonly string[] Labels = ["eks.amazonaws.com/pod-readiness-gate-inject", "elbv2.k8s.aws/pod-readiness-gate-inject"];

    /// <summary>Null where only the deployment will tell, or the namespace is not in the graph.</summary>
    public static bool? Has(Estate estate, Node pods)
    {
        if (Pods.Spec(pods)["readinessGates"].Items
            .Any(gate => gate["conditionType"].Text is { } type && type.Contains("target-health", StringComparison.Ordinal)))
        {
            return true;
        }

        return NamespaceIndex.In(estate).Of(pods)?["metadata"]["labels"] is not { IsUnknown: false } labels ? null
            : Labels.Any(label => labels[label].Text == "enabled") ? true
            : Labels.Any(label => labels[label].IsUnknown) ? null : false;
    }
}
