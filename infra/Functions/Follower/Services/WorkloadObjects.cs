using System.Globalization;
using DrInfra.Recovery.Protocol;
using k8s;
using k8s.Models;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>The objects of a workload that follow its beacon: those with the label, in the namespace of its name. No others are listed.</summary>
internal sealed class WorkloadObjects(IKubernetes cluster, string workload)
{
    private const string Selector = $"{LeaseProtocol.FollowsLabel}={LeaseProtocol.Beacon}";

    /// <summary>Starts or stops what is not so yet, and tells what it changes.</summary>
    /// <exception cref="FormatException">The number of pods is not known of some deployments; all else was set.</exception>
    public async Task SetAsync(bool runs, Action<string> changed, CancellationToken stop)
    {
        var unclear = new List<string>();
        foreach (var deployment in (await cluster.AppsV1.ListNamespacedDeploymentAsync(workload, labelSelector: Selector, cancellationToken: stop)).Items)
        {
            var replicas = runs ? Replicas(deployment) : 0;
            if (replicas is not null && (deployment.Spec.Replicas ?? 1) != replicas)
            {
                await cluster.AppsV1.PatchNamespacedDeploymentScaleAsync(Patch("replicas", replicas), deployment.Name(), workload, cancellationToken: stop);
                changed($"deployment/{deployment.Name()}={replicas}");
            }
            else if (replicas is null)
            {
                unclear.Add(deployment.Name());
            }
        }

        foreach (var cronJob in (await cluster.BatchV1.ListNamespacedCronJobAsync(workload, labelSelector: Selector, cancellationToken: stop)).Items)
        {
            if ((cronJob.Spec.Suspend ?? false) == runs)
            {
                await cluster.BatchV1.PatchNamespacedCronJobAsync(Patch("suspend", !runs), cronJob.Name(), workload, cancellationToken: stop);
                changed($"cronjob/{cronJob.Name()}.suspend={!runs}");
            }
        }

        foreach (var job in (await cluster.BatchV1.ListNamespacedJobAsync(workload, labelSelector: Selector, cancellationToken: stop)).Items)
        {
            if ((job.Spec.Suspend ?? false) == runs && !IsOver(job))
            {
                await cluster.BatchV1.PatchNamespacedJobAsync(Patch("suspend", !runs), job.Name(), workload, cancellationToken: stop);
                changed($"job/{job.Name()}.suspend={!runs}");
            }
        }

        if (unclear.Count > 0)
        {
            throw new FormatException($"{LeaseProtocol.ReplicasAnnotation} must be a whole number from 1, and is not: {string.Join(", ", unclear)}");
        }
    }

    private static int? Replicas(V1Deployment deployment) =>
        int.TryParse(deployment.GetAnnotation(LeaseProtocol.ReplicasAnnotation), NumberStyles.None, CultureInfo.InvariantCulture, out var replicas)
        && replicas > 0
            ? replicas
            : null;

    private static bool IsOver(V1Job job) => job.Status?.Conditions?.Any(condition => condition is { Type: "Complete" or "Failed", Status: "True" }) == true;

    private static V1Patch Patch(string property, object value) =>
        new(new Dictionary<string, object> { ["spec"] = new Dictionary<string, object> { [property] = value } }, V1Patch.PatchType.MergePatch);
}
