using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Aws.S3;

/// <summary>The access policies of buckets.</summary>
internal static class BucketPolicies
{
    public static IReadOnlyList<PolicyDocument> Of(Estate estate, Node bucket)
    {
        var beside = BucketParts.Of(estate)[bucket, BucketPart.Policy].Select(policy => PolicyDocument.Read(policy, policy["policy"]));
        var own = bucket.Input("policy");
        return own.IsAbsent ? [.. beside] : [.. beside, PolicyDocument.Read(bucket, own)];
    }

    /// <summary>The bucket's ARN; null where its name is not known yet.</summary>
    public static string? ArnOf(Node bucket) =>
        bucket.Output("arn").Text ?? ((bucket["bucket"].Text ?? bucket.Resource.Id) is { } name ? $"arn:{Partition(bucket.Region)}:s3:::{name}" : null);

    /// <summary>The ARN of a bucket that a property names in any form; null where its name is not known.</summary>
    public static string? ArnOf(Estate estate, Node user, Prop property)
    {
        var bucket = estate.References.Follow(user, property, BucketScope.Types);
        return bucket.Target is { } target ? ArnOf(target)
            : bucket.Text is { } text ? text.StartsWith("arn:", StringComparison.Ordinal) ? text : $"arn:aws:s3:::{text}"
            : null;
    }

    /// <summary>Whether a statement reaches the bucket and all of its objects.</summary>
    public static bool Covers(PolicyStatement statement, Node bucket) =>
        ArnOf(bucket) is not { } arn || (statement.Reaches(arn) & statement.Reaches(arn + "/any/object")) == true;

    private static string Partition(string? region) => region switch
    {
        not null when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        not null when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };
}
