using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanCanScaleItsPods : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var byName = estate.OfTypes(Pods.Serving).ToLookup(pods => pods["metadata"]["name"].Text);
        foreach (var entry in PlannedPods.In(estate).All)
        {
            foreach (var finding in OfCapacity(entry))
            {
                yield return finding;
            }

            if (entry.IsUnknown)
            {
                yield return Finding.Unknown(entry.Plan, entry.Resource.Path);
            }
            else if (byName[entry.Name].FirstOrDefault(pods => entry.Names(estate, pods)) is { } named)
            {
                foreach (var fault in entry.Faults(estate, Deployment.Of(estate, named)))
                {
                    yield return Finding.Of(fault);
                }
            }
            else
            {
                // Pods of another program, or of a cluster that is not in the graph, may have the name.
                yield return EstateScope.IsWhole(estate) && estate.OfType(EksTypes.Cluster).Any(cluster => cluster.Region == entry.Region)
                    ? Finding.Violation(
                        entry.Plan, $"step {entry.Step.Name} names {entry.Namespace}/{entry.Name} in {entry.Region}, which is not declared",
                        entry.Resource.Path)
                    : Finding.Unknown(entry.Plan, entry.Resource.Path);
            }
        }
    }

    private static IEnumerable<Finding> OfCapacity(PodScalingStep entry)
    {
        // The service has no other yet: https://docs.aws.amazon.com/arc-region-switch/latest/api/API_EksResourceScalingConfiguration.html
        if (entry.Config["capacityMonitoringApproach"] is { IsUnknown: false, IsAbsent: false, Text: not "sampledMaxInLast24Hours" } approach)
        {
            yield return Finding.Violation(
                entry.Plan, $"step {entry.Step.Name} has capacityMonitoringApproach {approach.Text}, sampledMaxInLast24Hours needed", approach.Path);
        }

        if (entry.Percent < FactBook.Number("rs-target-percent-default"))
        {
            yield return Finding.Violation(
                entry.Plan, $"step {entry.Step.Name} scales {entry.Name} to {entry.Percent} % of the other Region", entry.Config["targetPercent"].Path);
        }

        if (entry.Enough.Number is { } enough && (enough < 1 || enough > FactBook.Most("rs-eks-minimum-success")))
        {
            yield return Finding.Violation(
                entry.Plan, $"minimumSuccessPercentage of step {entry.Step.Name} is {enough}, 1 to {FactBook.Most("rs-eks-minimum-success")} needed",
                entry.Enough.Path);
        }
    }
}
