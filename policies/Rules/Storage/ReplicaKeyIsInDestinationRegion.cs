using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicaKeyIsInDestinationRegion : StackRule
{
    protected override RuleDescriptor About => new(
        "The key for the copies is one of the destination bucket's Region.",
        Why: "A KMS key works in its own Region only: with another one every object fails to replicate, after a deployment that succeeded.",
        Fix: "Let replicaKmsKeyId be the ARN of a key of the destination's Region.",
        Severity.Critical, "B5 B6", Level.Mandatory);

    // That a key is disabled is said of the key.
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in Replications.Of(context.Estate).All
        let reason = ReplicationFaults.ReplicaKey(context.Estate, rule)
        where reason is not null && (reason.IsUnknown || reason.Node == rule.Owner)
        select new Finding(rule.Owner, Verdict.Of(reason));
}
