using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationIncludesEncryptedObjects : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in Replications.Of(context.Estate).Enabled
        where rule.Source is not null
        from reason in new[] { ReplicationFaults.Selection(context.Estate, rule), ReplicationFaults.NoReplicaKey(rule) }.OfType<Reason>()
        select Finding.Of(reason);
}
