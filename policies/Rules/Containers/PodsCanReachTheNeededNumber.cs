using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodsCanReachTheNeededNumber : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var needed = estate.OfType(SsmTypes.Parameter).Select(ManifestFacts.Of).OfType<ManifestFacts>().Where(manifest => manifest.Serving is not null)
            .GroupBy(manifest => manifest.Workload, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(manifest => manifest.Serving!.Value), StringComparer.Ordinal);
        foreach (var deployment in Deployment.AllIn(estate))
        {
            double? wanted = !FollowedPods.Are(deployment.Node) && deployment.Node.Workload is { } workload
                && needed.TryGetValue(workload, out var serving) ? serving : null;
            if (deployment.Scaler is { Most: { } most, Max: var max } scaler && most < wanted)
            {
                yield return Finding.Violation(scaler.Node, $"it scales to {most} pods, the workload needs {wanted}", max.Path);
            }

            // What an autoscaler may ask for must be there, too.
            var count = deployment.Scaler is { } found ? Math.Max(found.Most ?? 0, wanted ?? 0) : Math.Max(Pods.Replicas(deployment.Node) ?? 0, wanted ?? 0);
            if (PodRoom.Refuses(estate, deployment.Node, count) is { } reason)
            {
                yield return Finding.Of(reason);
            }
        }
    }
}
