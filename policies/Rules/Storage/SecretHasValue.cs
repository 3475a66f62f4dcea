namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretHasValue : StackRule
{
    public override string Description => "A secret has a value from the program, or a rotation that gives it one.";

    public override string Why => "A secret without a version is an empty name: in a rebuilt Region nobody knows what belongs into it.";

    public override string Fix => "Declare a SecretVersion with the value, or a SecretRotation.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["B6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var secret in context.Estate.OfType(Secrets.Type))
        {
            var versions = context.Estate.UsersOf(secret, Secrets.VersionType, "secretId");
            if (versions.Count == 0 && context.Estate.UsersOf(secret, Secrets.RotationType, "secretId").Count == 0)
            {
                yield return context.Estate.OfType(Secrets.VersionType).Any(version => context.Estate.References.Follow(version, "secretId", Secrets.Type).IsUnknown)
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
