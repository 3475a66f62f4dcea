using Pulumi;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace DrInfra.Infra.Cluster;

/// <summary>The disruption budget of pods: a node that is drained ends one of them at a time.</summary>
internal static class OneAtATime
{
    /// <summary>Declares it.</summary>
    /// <param name="logicalName">Its name in the program.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="app">What the pods are called by their label.</param>
    /// <param name="options">Where it stands.</param>
    public static void Declare(string logicalName, ObjectMetaArgs metadata, string app, CustomResourceOptions options) => _ = new PodDisruptionBudget(
        logicalName,
        new PodDisruptionBudgetArgs
        {
            Metadata = metadata,
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MaxUnavailable = 1,
                Selector = new LabelSelectorArgs { MatchLabels = { [RestrictedPod.App] = app } },

                // A pod that is broken does not keep its node from being drained.
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        },
        options);
}
