using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class BucketBlocksPublicAccess : StackRule
{
    private static readonly string[] Blocks = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var parts = BucketParts.Of(context.Estate);
        foreach (var bucket in BucketScope.Kept(context.Estate))
        {
            // A website is public on purpose.
            if (!bucket.Input("website").IsAbsent || parts[bucket, BucketPart.Website].Count > 0)
            {
                continue;
            }

            var blocks = parts[bucket, BucketPart.PublicAccessBlock].Concat(
                context.Estate.OfType(S3Types.AccountPublicAccessBlock).Where(block => block.Stack == bucket.Stack))
                .ToArray();
            if (blocks.Length == 0)
            {
                yield return parts.Homeless(bucket, BucketPart.PublicAccessBlock) is not null
                    ? Finding.Unknown(bucket, "publicAccessBlock")
                    : Finding.Violation(bucket, "public access is not blocked: it has no BucketPublicAccessBlock");
                continue;
            }

            foreach (var name in Blocks.Where(name => !Array.Exists(blocks, block => block[name].Flag == true)))
            {
                var flag = blocks[0][name];
                yield return Array.Exists(blocks, block => block[name].IsUnknown)
                    ? Finding.Unknown(blocks[0], flag.Path)
                    : Finding.Violation(blocks[0], $"{name} is {(flag.IsAbsent ? "not stated" : flag)}, true needed", flag.Path);
            }
        }
    }
}
