using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class HealthCheckProbesItsRecord : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from pair in FailoverPair.Of(context.Estate)
        from member in pair.Members
        let check = context.Estate.References.Follow(member, "healthCheckId", Route53Types.HealthCheck).Target
        where check is not null
        let fault = HealthCheckTarget.Fault(context.Estate, pair, member, check)
        where fault is { Node: var at } && (fault.IsUnknown || at == member)
        select Finding.Of(fault);
}
