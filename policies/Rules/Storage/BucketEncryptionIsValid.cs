using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketEncryptionIsValid : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        BucketScope.Kept(context.Estate).Select(bucket => Judge(context.Estate, bucket, BucketEncryption.Of(context.Estate, bucket)));

    private static Finding Judge(Estate estate, Node bucket, BucketEncryption encryption)
    {
        if (encryption.IsUnknown)
        {
            return Finding.Unknown(encryption.Owner, encryption.Path);
        }

        if (encryption.Algorithm is not ("AES256" or "aws:kms" or "aws:kms:dsse"))
        {
            return Finding.Violation(
                encryption.Owner, $"sseAlgorithm is {encryption.Algorithm}, AES256, aws:kms or aws:kms:dsse needed", encryption.Path);
        }

        if (encryption.Stated.IsAbsent && encryption.Owner != bucket)
        {
            return Finding.Violation(encryption.Owner, "the encryption states no algorithm", encryption.Path);
        }

        if (encryption.Key.IsAbsent)
        {
            return new Finding(bucket, Verdict.Compliant);
        }

        if (!encryption.UsesKms)
        {
            return Finding.Violation(encryption.Owner, $"a key is set, but objects are encrypted with {encryption.Algorithm}", encryption.Key.Path);
        }

        var key = Keys.Follow(estate, encryption.Owner, encryption.Key);
        // A bare id or alias means one of the bucket's own Region.
        return key.IsUnknown ? Finding.Unknown(encryption.Owner, encryption.Key.Path)
            : key.Region is { } region && bucket.Region is { } own && region != own
                ? Finding.Violation(encryption.Owner, $"the bucket is in {own}, its key in {region}", encryption.Key.Path)
            : new Finding(bucket, Verdict.Compliant);
    }
}
