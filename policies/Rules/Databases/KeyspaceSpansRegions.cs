using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Keyspaces;

namespace DrInfra.Policies.Rules.Databases;

public sealed class KeyspaceSpansRegions : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var keyspace in context.Estate.OfType(KeyspacesTypes.Keyspace))
        {
            var specification = keyspace["replicationSpecification"];
            var (strategy, regions) = (specification["replicationStrategy"], specification["regionLists"]);
            var promise = recovery.Promises.For(keyspace.Workload);
            if (strategy.IsUnknown || regions.IsUnknown)
            {
                yield return Finding.Unknown(keyspace, (strategy.IsUnknown ? strategy : regions).Path);
            }
            else if (strategy.Text == "MULTI_REGION")
            {
                string[] named = [.. regions.Items.Select(region => region.Text).OfType<string>()];
                if (named.Distinct(StringComparer.Ordinal).Count() < 2 || (keyspace.Region is { } own && !named.Contains(own)))
                {
                    yield return Finding.Violation(keyspace, $"it is in {string.Join(", ", named)}: its own Region and another needed", regions.Path);
                }
                else if (promise?.Regions is { } pair && !new[] { pair.Primary, pair.Standby }.All(region => named.Contains(region)))
                {
                    yield return Finding.Violation(
                        keyspace, $"it is in {string.Join(", ", named)}, the workload in {pair.Primary} and {pair.Standby}", regions.Path);
                }
            }
            else if (promise?.Regions is { } both && both.Primary != both.Standby)
            {
                yield return Finding.Violation(
                    keyspace, $"it is only in {keyspace.Region ?? "one Region"}, the workload's standby is {both.Standby}", "replicationSpecification");
            }
        }
    }
}
