using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretCopiesAreEncryptedAlike : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var secret in context.Estate.OfType(SecretsManagerTypes.Secret))
        {
            Prop[] keys = [secret["kmsKeyId"], .. Secrets.Replicas(secret).Where(replica => !replica.IsListUnknown).Select(replica => replica.Key)];
            if (Array.Exists(keys, key => key.IsAbsent) && Array.Exists(keys, key => !key.IsAbsent))
            {
                yield return Finding.Violation(
                    secret, $"{keys.Count(key => key.IsAbsent)} of {keys.Length} copies have no customer key", Array.Find(keys, key => key.IsAbsent).Path);
            }
        }
    }
}
