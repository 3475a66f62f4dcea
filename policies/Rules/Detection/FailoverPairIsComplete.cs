using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class FailoverPairIsComplete : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var pair in FailoverPair.Of(context.Estate))
        {
            foreach (var member in pair.Members.Where(member => FailoverPair.RoleOf(member) is not ("PRIMARY" or "SECONDARY")))
            {
                yield return member["failoverRoutingPolicies"]["type"] is { IsUnknown: true } unknown
                    ? Finding.Unknown(member, unknown.Path)
                    : Finding.Violation(
                        member, $"a failover record is PRIMARY or SECONDARY, not {member["failoverRoutingPolicies"]["type"]}", "failoverRoutingPolicies");
            }

            foreach (var finding in new[]
            {
                Count(context.Estate, pair, pair.Primaries.Count(), "PRIMARY"), Count(context.Estate, pair, pair.Secondaries.Count(), "SECONDARY"),
            }
                .OfType<Finding>().Concat(Identifiers(pair)))
            {
                yield return finding;
            }

            if (pair.Members.Select(member => member.Stack).Distinct().Count() > 1)
            {
                yield return Finding.Violation(pair.Members[0], $"the records of {pair.Name} are in different stacks");
            }
        }
    }

    private static Finding? Count(Estate estate, FailoverPair pair, int found, string role)
    {
        if (found == 1)
        {
            return null;
        }

        // The other member may be in a stack that was not given.
        var judged = EstateScope.IsWhole(estate) || EstateScope.Regions(estate).Count > 1 || found > 1;
        return judged
            ? Finding.Violation(pair.Members[0], $"{pair.Name} ({pair.Type}) has {found} {role} records, 1 needed")
            : Finding.Unknown(pair.Members[0], "failoverRoutingPolicies");
    }

    private static IEnumerable<Finding> Identifiers(FailoverPair pair)
    {
        foreach (var member in pair.Members.Where(member =>
            member["setIdentifier"] is { IsUnknown: false } identifier && string.IsNullOrEmpty(identifier.Text)))
        {
            yield return Finding.Violation(member, "it needs a setIdentifier, as other records have the same name", "setIdentifier");
        }

        foreach (var same in pair.Members.Where(member => member["setIdentifier"].Text is not null).GroupBy(member => member["setIdentifier"].Text)
            .Where(group => group.Count() > 1))
        {
            yield return Finding.Violation(same.First(), $"{same.Count()} records of {pair.Name} have the identifier {same.Key}", "setIdentifier");
        }
    }
}
