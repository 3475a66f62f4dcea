using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>The access policies of buckets.</summary>
internal static class BucketPolicies
{
    public static IReadOnlyList<AccessPolicy> Of(Estate estate, Node bucket)
    {
        var beside = BucketParts.Of(estate)[bucket, BucketPart.Policy].Select(policy => AccessPolicy.Read(policy, policy["policy"]));
        var own = bucket.Input("policy");
        return own.IsAbsent ? [.. beside] : [.. beside, AccessPolicy.Read(bucket, own)];
    }

    /// <summary>The bucket's ARN; null where its name is not known yet.</summary>
    public static string? ArnOf(Node bucket) =>
        bucket.Output("arn").Text ?? ((bucket["bucket"].Text ?? bucket.Resource.Id) is { } name ? $"arn:{Partition(bucket.Region)}:s3:::{name}" : null);

    /// <summary>Whether a statement reaches the bucket and all of its objects.</summary>
    public static bool Covers(PolicyStatement statement, Node bucket) =>
        ArnOf(bucket) is not { } arn
        || (statement.Resources.Any(pattern => Wildcards.Match(pattern, arn, ignoreCase: true)) && statement.Resources.Any(pattern => Wildcards.Match(pattern, arn + "/any/object", ignoreCase: true)));

    private static string Partition(string? region) => region switch
    {
        not null when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        not null when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };
}
