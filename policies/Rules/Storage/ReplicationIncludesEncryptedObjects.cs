using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationIncludesEncryptedObjects : StackRule
{
    public override string Description => "Objects that are encrypted with a KMS key are replicated too, and the rule names the key for the copies.";

    public override string Why => "The service skips such objects unless the rule selects them and names a key of the destination; the standby then holds an empty bucket.";

    public override string Fix => "Set sourceSelectionCriteria.sseKmsEncryptedObjects.status to Enabled and destination.encryptionConfiguration.replicaKmsKeyId to a key of the destination's Region.";

    public override Severity Severity => Severity.Critical;

    public override IReadOnlyList<string> Practices => ["B5", "B6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from rule in Replications.Of(context.Estate).Enabled
        where rule.Source is not null
        from reason in new[] { ReplicationFaults.Selection(context.Estate, rule), ReplicationFaults.NoReplicaKey(rule) }.OfType<Reason>()
        select Finding.Of(reason);
}
