using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AliasTargetsALoadBalancer : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from record in context.Estate.OfType(Route53Types.Record)
        from alias in record["aliases"].Items
        from verdict in Judge(context.Estate, record, alias)
        select new Finding(record, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node record, Prop alias)
    {
        var name = alias["name"];
        if (name.IsAbsent)
        {
            yield return Verdict.Violation("the alias has no target", alias.Path);
            yield break;
        }

        if (ServedRegion.AliasTarget(estate, record, alias) is not { } balancer)
        {
            if (name.IsUnknown)
            {
                yield return Verdict.Unknown(name.Path);
            }
            else if (name.Text is { } text && text.Contains(".elb.", StringComparison.Ordinal))
            {
                yield return EstateScope.IsWhole(estate)
                    ? Verdict.Violation($"the load balancer {name} is in none of the stacks", name.Path)
                    : Verdict.Unknown(name.Path);
            }

            yield break;
        }

        if (record["type"].Text is { } type and not ("A" or "AAAA" or "HTTPS"))
        {
            yield return Verdict.Violation($"an alias to a load balancer is A or AAAA, not {type}", "type");
        }

        var zone = alias["zoneId"];
        if (zone.IsAbsent || (zone.Text is { } stated && balancer["zoneId"].Text is { } own && stated != own))
        {
            yield return Verdict.Violation($"the alias has the zone id {zone}, the load balancer {balancer["zoneId"]}", zone.Path);
        }
    }
}
