using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretHasValue : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var secret in context.Estate.OfType(SecretsManagerTypes.Secret))
        {
            var versions = context.Estate.UsersOf(secret, SecretsManagerTypes.SecretVersion, "secretId");
            if (versions.Count == 0 && context.Estate.UsersOf(secret, SecretsManagerTypes.SecretRotation, "secretId").Count == 0)
            {
                yield return context.Estate.OfType(SecretsManagerTypes.SecretVersion)
                    .Any(version => context.Estate.References.Follow(version, "secretId", SecretsManagerTypes.Secret).IsUnknown)
                    ? Finding.Unknown(secret, "secretId")
                    : Finding.Violation(secret, "the secret has no version, so it has no value");
            }

            foreach (var version in versions.Where(version => Array.TrueForAll(Secrets.Values, value => version[value].IsAbsent)))
            {
                yield return Finding.Violation(version, "the version has no value", "secretString");
            }
        }
    }
}
