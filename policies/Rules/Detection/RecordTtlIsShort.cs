using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class RecordTtlIsShort() : ResourceRule(Route53Types.Record)
{
    private const string LongestTtl = "longestTtlSeconds";

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!RecordRouting.IsUsed(node) && node["healthCheckId"].IsAbsent)
        {
            return [Verdict.NotApplicable("it leads to one target only")];
        }

        if (node["aliases"].Items.Count > 0)
        {
            return [Verdict.NotApplicable("an alias has the TTL of its target")];
        }

        var ttl = node["ttl"];
        if (ttl.IsUnknown)
        {
            return [Verdict.Unknown(ttl.Path)];
        }

        return ttl.Number is { } seconds && seconds <= parameters[LongestTtl] && seconds > 0
            ? [Verdict.Compliant]
            : [Verdict.Violation($"the TTL is {ttl} seconds, 1 to {parameters[LongestTtl]} needed", ttl.Path)];
    }
}
