using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class SecretKeyIsInItsRegion : StackRule
{
    public override string Description => "A secret, and each replica of it, is encrypted with a key of its own Region.";

    public override string Why => "With a key of another Region the replica cannot be made, or cannot be read when that Region is gone.";

    public override string Fix => "Let kmsKeyId, and replicas[].kmsKeyId, be keys of the Region of that copy.";

    public override Severity Severity => Severity.Critical;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from secret in context.Estate.OfType(SecretsManagerTypes.Secret)
        from copy in secret["replicas"].Items.Select(replica => (Key: replica["kmsKeyId"], Region: replica["region"].Text)).Prepend((Key: secret["kmsKeyId"], secret.Region))
        where !copy.Key.IsAbsent
        select Judge(context.Estate, secret, copy.Key, copy.Region);

    private static Finding Judge(Estate estate, Node secret, Prop key, string? region)
    {
        var reference = Keys.Follow(estate, secret, key);
        if (reference.IsUnknown || region is null)
        {
            return Finding.Unknown(secret, key.Path);
        }

        // A bare id or alias means one of the copy's own Region.
        return reference.Region is { } keyRegion && keyRegion != region && (Arn.TryParse(reference.Text, out _) || reference.Text is null)
            ? Finding.Violation(secret, $"the copy in {region} has a key of {keyRegion}", key.Path)
            : new Finding(secret, Verdict.Compliant);
    }
}
