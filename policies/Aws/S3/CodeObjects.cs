namespace DrInfra.Policies.Aws.S3;

/// <summary>Objects that a program puts into buckets, such as the code of functions.</summary>
internal static class CodeObjects
{
    public static readonly IReadOnlyList<string> Types = [S3Types.BucketObjectv2, S3Types.BucketObject];

    /// <summary>The declared objects of a bucket.</summary>
    public static IReadOnlyList<Node> In(Estate estate, Node bucket) => [.. Types.SelectMany(type => estate.UsersOf(bucket, type, "bucket"))];
}
