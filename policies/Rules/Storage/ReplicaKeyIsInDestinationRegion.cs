using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicaKeyIsInDestinationRegion : StackRule
{
    // That a key is disabled is said of the key.
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in Replications.Of(context.Estate).All
        let reason = ReplicationFaults.ReplicaKey(context.Estate, rule)
        where reason is not null && (reason.IsUnknown || reason.Node == rule.Owner)
        select new Finding(rule.Owner, Verdict.Of(reason));
}
