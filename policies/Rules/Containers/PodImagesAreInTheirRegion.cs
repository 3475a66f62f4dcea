using DrInfra.Policies.Assessment;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class PodImagesAreInTheirRegion : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        var pulls = ImagePulls.Of(context.Estate);
        Node[] pods = [.. context.Estate.OfTypes(Pods.All)];
        string?[] everywhere = [.. pods.Select(node => node.Region).Distinct()];
        foreach (var node in pods.Where(node => node.Region is not null))
        {
            var regions = recovery.Promises.For(recovery.WorkloadOf(node))?.Regions;
            string?[] both = regions is { } pair ? [pair.Primary, pair.Standby] : everywhere;
            string?[] others = [.. both.Where(region => region != node.Region)];
            // Where the work is done images are pushed; where it moves to, something has to bring them.
            if (pulls.Missing(node, others, isPushedTo: regions is null || node.Region == regions.Primary) is { } missing)
            {
                yield return Finding.Of(missing);
            }
        }
    }
}
