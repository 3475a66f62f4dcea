using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketIsEncryptedWithCustomerKey : StackRule
{
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
                yield return Finding.Violation(
                    bucket, $"objects are encrypted with {encryption.Algorithm} and no customer managed key", encryption.Path);
            }
        }
    }
}
