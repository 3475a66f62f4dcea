using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretKeyIsInItsRegion : StackRule
{
    protected override RuleDescriptor About => new(
        "A secret, and each replica of it, is encrypted with a key of its own Region.",
        Why: "With a key of another Region the replica cannot be made, or cannot be read when that Region is gone.",
        Fix: "Let kmsKeyId, and replicas[].kmsKeyId, be keys of the Region of that copy.",
        Severity.Critical, "B5", Level.Mandatory);

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from secret in context.Estate.OfType(SecretsManagerTypes.Secret)
        from copy in Secrets.Replicas(secret).Select(replica => (replica.Key, replica.Region)).Prepend((Key: secret["kmsKeyId"], secret.Region))
        where !copy.Key.IsAbsent
        select SecretCopy.KeyFault(context.Estate, secret, copy.Key, copy.Region) is { } reason ? Finding.Of(reason) : new Finding(secret, Verdict.Compliant);
}
