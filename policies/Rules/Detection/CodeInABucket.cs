using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Detection;

/// <summary>Code that a function or canary takes from a bucket: both services take it from a bucket of their own Region only.</summary>
internal static class CodeInABucket
{
    public static IEnumerable<Verdict> Judge(Estate estate, Node node)
    {
        var bucket = StatedName.Follow(estate, node, node["s3Bucket"], TypeGroups.Buckets);
        if (bucket.IsAbsent)
        {
            if (!node["s3Key"].IsAbsent)
            {
                yield return Verdict.Violation("its code has a key, but no bucket", "s3Bucket");
            }

            yield break;
        }

        if (bucket.Region is { } region && node.Region is { } own && region != own)
        {
            yield return Verdict.Violation($"its code is in a bucket in {region}, but it runs in {own}", bucket.Path);
        }
        else if (ReferenceVerdict.Of(estate, bucket, "the bucket") is { } missing)
        {
            yield return missing;
        }

        if (bucket.Target is not { } found)
        {
            yield break;
        }

        if (node["s3Key"].IsAbsent)
        {
            yield return Verdict.Violation("its code has a bucket, but no key", "s3Key");
        }
        else if (node["s3Key"].Text is { } key && ObjectVerdict(estate, found, key) is { } verdict)
        {
            yield return verdict;
        }
    }

    // Objects that other tools put there are not in the graph; where the program puts some, it puts this one.
    private static Verdict? ObjectVerdict(Estate estate, Node bucket, string key)
    {
        Node[] objects = [.. TypeGroups.BucketObjects.SelectMany(type => estate.UsersOf(bucket, type, "bucket"))];
        if (objects.Length == 0 || Array.Exists(objects, item => item["key"].IsUnknown || item["key"].Text == key))
        {
            return null;
        }

        return EstateScope.IsWhole(estate) ? Verdict.Violation($"its bucket has no object {key}", "s3Key") : Verdict.Unknown("s3Key");
    }
}
