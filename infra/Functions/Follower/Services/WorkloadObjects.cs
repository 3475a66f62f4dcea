using System.Globalization;
using DrInfra.Recovery.Protocol;
using k8s;
using k8s.Models;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>The objects of a workload that follow its beacon: those with the label, in the namespace of its name. No others are listed.</summary>
internal sealed class WorkloadObjects(IKubernetes cluster, string workload)
{
    /// <summary>Selects what follows.</summary>
    public const string Selector = $"{LeaseProtocol.FollowsLabel}={LeaseProtocol.Beacon}";

    private readonly CustomResources _flink = new(cluster, workload, FlinkJob.Group, FlinkJob.ApiVersion, FlinkJob.Plural);
    private readonly CustomResources _spark = new(cluster, workload, "sparkoperator.k8s.io", "v1beta2", "scheduledsparkapplications");

    /// <summary>
    /// Starts or stops what is not so yet, and tells what it changes. A Flink job is only resumed: where it did not start in this epoch, it needs a
    /// savepoint, which <see cref="SavepointKeeper"/> gives it.
    /// </summary>
    /// <exception cref="FormatException">The number of pods is not known of some deployments; all else was set.</exception>
    public async Task SetAsync(bool runs, long epoch, Action<string> changed, CancellationToken stop)
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

        foreach (var job in (await _flink.ListAsync(Selector, stop)).Select(FlinkJob.Read))
        {
            var isToRun = runs && job.Nonce == epoch;
            if (job.IsToRun != isToRun)
            {
                var state = isToRun ? FlinkJob.Running : FlinkJob.Suspended;
                await _flink.PatchAsync(job.Name, Spec("job", new Dictionary<string, object> { ["state"] = state }), stop);
                changed($"flinkdeployment/{job.Name}.state={state}");
            }
        }

        foreach (var schedule in await _spark.ListAsync(Selector, stop))
        {
            if ((schedule.Flag("spec", "suspend") ?? false) == runs && schedule.Text("metadata", "name") is { } name)
            {
                await _spark.PatchAsync(name, Spec("suspend", !runs), stop);
                changed($"scheduledsparkapplication/{name}.suspend={!runs}");
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

    private static V1Patch Patch(string property, object value) => new(Spec(property, value), V1Patch.PatchType.MergePatch);

    private static Dictionary<string, object> Spec(string property, object value) =>
        new() { ["spec"] = new Dictionary<string, object> { [property] = value } };
}
