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

            // Both ways, since after a failover images are pushed in the other Region.
            foreach (var repository in store.Members)
            {
                var destinations = registries.Destinations(repository).Select(destination => destination.Region).ToArray();
                var wanted = repository.Region == regions.Standby ? regions.Primary : regions.Standby;
                if (!destinations.Any(region => region.Text == wanted))
                {
                    yield return destinations.Any(region => region.IsUnknown)
                        ? Finding.Unknown(repository, "name")
                        : Finding.Violation(repository, $"no rule of the registry in {repository.Region} replicates it to {wanted}");
                }
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
