using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretKeyIsInItsRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from secret in context.Estate.OfType(SecretsManagerTypes.Secret)
        from copy in Secrets.Replicas(secret).Select(replica => (replica.Key, replica.Region)).Prepend((Key: secret["kmsKeyId"], secret.Region))
        where !copy.Key.IsAbsent
        select SecretCopy.KeyFault(context.Estate, secret, copy.Key, copy.Region) is { } reason ? Finding.Of(reason) : new Finding(secret, Verdict.Compliant);
}
