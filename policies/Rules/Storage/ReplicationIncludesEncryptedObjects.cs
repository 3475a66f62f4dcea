using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationIncludesEncryptedObjects : StackRule
{
    protected override RuleDescriptor About => new(
        "Objects that are encrypted with a KMS key are replicated too, and the rule names the key for the copies.",
        Why: "The service skips such objects unless the rule selects them and names a key of the destination; the standby then holds an empty bucket.",
        Fix: "Set sourceSelectionCriteria.sseKmsEncryptedObjects.status to Enabled and destination.encryptionConfiguration.replicaKmsKeyId to a key of "
            + "the destination's Region.",
        Severity.Critical, "B5 B6");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in Replications.Of(context.Estate).Enabled
        where rule.Source is not null
        from reason in new[] { ReplicationFaults.Selection(context.Estate, rule), ReplicationFaults.NoReplicaKey(rule) }.OfType<Reason>()
        select Finding.Of(reason);
}
