using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class CalculatedHealthCheckCanFail : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from check in context.Estate.OfType(Route53Types.HealthCheck)
        where check["type"].Text == "CALCULATED"
        from verdict in Judge(context.Estate, check)
        select new Finding(check, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node check)
    {
        var children = estate.References.FollowAll(check, check["childHealthchecks"], Route53Types.HealthCheck);
        foreach (var missing in children.Select(child => ReferenceVerdict.Of(estate, child, "the health check")).OfType<Verdict>())
        {
            yield return missing;
        }

        if (children.Select(child => child.Target).OfType<Node>().GroupBy(child => child).Any(group => group.Count() > 1))
        {
            yield return Verdict.Violation("a child counts twice", "childHealthchecks");
        }

        var threshold = check["childHealthThreshold"];
        if (threshold.IsUnknown)
        {
            yield return Verdict.Unknown(threshold.Path);
        }
        else if (threshold.Number is not >= 1 || threshold.Number > children.Count)
        {
            yield return Verdict.Violation($"{threshold} of {children.Count} children must be healthy, 1 to {children.Count} needed", threshold.Path);
        }
        else if (children.Count == 1)
        {
            yield return Verdict.Violation("it has only one child", "childHealthchecks");
        }
    }
}
