using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Ecr;

namespace DrInfra.Policies.Rules.Containers;

public sealed class EcrImagesAreReplicated : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        var registries = new ImageRegistries(context.Estate);
        foreach (var store in recovery.Stores.Where(store => store.Node.Type == EcrTypes.Repository))
        {
            var regions = recovery.Promises.For(store.Workload)?.Regions;
            if (regions is null || regions.Primary == regions.Standby)
            {
                continue;
            }

            var destinations = registries.Destinations(store.Node).Select(destination => destination.Region).ToArray();
            var wanted = store.Home == regions.Standby ? regions.Primary : regions.Standby;
            if (!destinations.Any(region => region.Text == wanted))
            {
                yield return destinations.Any(region => region.IsUnknown)
                    ? Finding.Unknown(store.Node, "name")
                    : Finding.Violation(store.Node, $"no rule of the registry in {store.Home} replicates it to {wanted}");
            }
        }

        foreach (var configuration in context.Estate.OfType(EcrTypes.ReplicationConfiguration))
        {
            foreach (var region in ImageRegistries.IntoItself(configuration))
            {
                yield return Finding.Violation(configuration, $"a rule replicates to {configuration.Region}, its own Region", region.Path);
            }
        }
    }
}
