using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretHasValue : StackRule
{
    protected override RuleDescriptor About => new(
        "A secret has a value from the program, or a rotation that gives it one.",
        Why: "A secret without a version is an empty name: in a rebuilt Region nobody knows what belongs into it.",
        Fix: "Declare a SecretVersion with the value, or a SecretRotation.",
        Severity.Medium, "B6");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var secret in context.Estate.OfType(SecretsManagerTypes.Secret))
        {
            var versions = context.Estate.UsersOf(secret, SecretsManagerTypes.SecretVersion, "secretId");
            if (versions.Count == 0 && context.Estate.UsersOf(secret, SecretsManagerTypes.SecretRotation, "secretId").Count == 0)
            {
                yield return context.Estate.OfType(SecretsManagerTypes.SecretVersion).Any(version => context.Estate.References.Follow(version, "secretId", SecretsManagerTypes.Secret).IsUnknown)
                    ? Finding.Unknown(secret, "secretId")
                    : Finding.Violation(secret, "the secret has no version, so no value");
            }

            foreach (var version in versions.Where(version => Array.TrueForAll(Secrets.Values, value => version[value].IsAbsent)))
            {
                yield return Finding.Violation(version, "the version has no value", "secretString");
            }
        }
    }
}
