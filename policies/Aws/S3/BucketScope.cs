using System.Text.RegularExpressions;

namespace DrInfra.Policies.Aws.S3;

/// <summary>Which buckets are asked for what: data is replicated and kept, logs need neither.</summary>
internal static partial class BucketScope
{
    public static readonly IReadOnlyList<string> Types = [S3Types.Bucket, S3Types.BucketV2];

    /// <summary>The buckets whose content a recovery needs: all of our own, and a stranger's that are not for logs.</summary>
    public static IEnumerable<Node> Kept(Estate estate) => estate.OfTypes(Types).Where(IsKept);

    /// <summary>The buckets that hold a workload's data; in a stack without tags every bucket that is not for logs.</summary>
    public static IEnumerable<Node> Data(Estate estate) => estate.OfTypes(Types).Where(HoldsData);

    public static bool IsKept(Node bucket) => !bucket.Stack.IsForeign || !IsForLogs(bucket);

    public static bool HoldsData(Node bucket) => bucket.Stack.IsForeign ? !IsForLogs(bucket) : bucket.Workload != DrTags.Shared;

    private static bool IsForLogs(Node bucket) =>
        bucket.Input("acl").Text == "log-delivery-write" || LogWord().IsMatch(bucket.Name) || LogWord().IsMatch(bucket["bucket"].Text ?? "");

    // A word of its own (`access-logs`, `accessLogs`), not a part of one (`catalogs`).
    [GeneratedRegex("(?<![A-Za-z])([Ll]og(s|ging)?|accesslogs|flowlogs|cloudtrail)(?![a-z])|(?<=[a-z])Log(s|ging)?(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LogWord();
}
