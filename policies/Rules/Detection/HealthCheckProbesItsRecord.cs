using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Detection;

public sealed class HealthCheckProbesItsRecord : StackRule
{
    protected override RuleDescriptor About => new(
        "The health check of a failover record probes the host that the record leads to.",
        Why: "A check on the other member's host turns failover around: traffic goes to the lost Region and stays there.",
        Fix: "Set the check's fqdn to the name that the record points at.",
        Severity.High, "F2 F3");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from pair in FailoverPair.Of(context.Estate)
        from member in pair.Members
        let check = context.Estate.References.Follow(member, "healthCheckId", Route53Types.HealthCheck).Target
        where check is not null
        let fault = HealthCheckTarget.Fault(context.Estate, pair, member, check)
        where fault is { Node: var at } && (fault.IsUnknown || at == member)
        select Finding.Of(fault);
}
