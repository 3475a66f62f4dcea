using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class FailoverRecordHasAHealthCheck : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var pair in FailoverPair.Of(context.Estate))
        {
            foreach (var member in pair.Members)
            {
                if (Judge(context.Estate, member) is { } verdict)
                {
                    yield return new Finding(member, verdict);
                }
            }

            var shared = pair.Members.Where(member => CheckOf(context.Estate, member) is not null)
                .GroupBy(member => CheckOf(context.Estate, member)).Where(group => group.Count() > 1);
            foreach (var group in shared)
            {
                yield return Finding.Violation(
                    group.First(), $"{group.Count()} records of {pair.Name} share one health check, so they fail together", "healthCheckId");
            }
        }
    }

    private static Verdict? Judge(Estate estate, Node member)
    {
        var check = member["healthCheckId"];
        if (check.IsAbsent)
        {
            var aliases = member["aliases"].Items;
            return aliases.Count > 0 && aliases.All(alias => alias["evaluateTargetHealth"].Flag == true)
                ? null
                : Verdict.Violation($"the {FailoverPair.RoleOf(member)} record has no health check", check.Path);
        }

        // A check that a Region-switch plan hands out is no resource of its own.
        if (ReferenceResolver.Declared(member, "healthCheckId", RegionSwitchTypes.Plan).Count > 0)
        {
            return null;
        }

        return ReferenceVerdict.Of(estate, estate.References.Follow(member, check, Route53Types.HealthCheck), "the health check");
    }

    private static string? CheckOf(Estate estate, Node member) =>
        member["healthCheckId"].Text ?? estate.References.Follow(member, "healthCheckId", Route53Types.HealthCheck).Target?.Urn;
}
