using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketIsEncryptedWithCustomerKey : StackRule
{
    protected override RuleDescriptor About => new(
        "A bucket with data is encrypted with a key whose policy the program declares.",
        Why: "The service's own keys cannot be shared with a recovery account and cannot be taken away from an intruder: who may read a bucket may "
            + "decrypt it.",
        Fix: "Set the default encryption to aws:kms with kmsMasterKeyId of a customer key of the bucket's Region.",
        Severity.Medium, "B5",
        Published: "S3_DEFAULT_ENCRYPTION_KMS, CKV_AWS_145");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var bucket in BucketScope.Data(context.Estate))
        {
            var encryption = BucketEncryption.Of(context.Estate, bucket);
            if (encryption.IsUnknown)
            {
                yield return Finding.Unknown(bucket, encryption.Path);
            }
            else if (!encryption.UsesKms || encryption.Key.IsAbsent || encryption.Key.Text?.EndsWith("alias/aws/s3", StringComparison.Ordinal) == true)
            {
                yield return Finding.Violation(bucket, $"objects are encrypted by {encryption.Algorithm} with the service's own key, a customer key needed", encryption.Path);
            }
        }
    }
}
