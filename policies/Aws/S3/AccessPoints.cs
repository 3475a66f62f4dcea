using DrInfra.Policies.Aws.S3Control;

namespace DrInfra.Policies.Aws.S3;

/// <summary>Access points of buckets, which engines take for the bucket that a path names.</summary>
internal static class AccessPoints
{
    /// <summary>Why a bucket has none in its Region; null where it has one, of the Region or of several.</summary>
    public static Reason? Of(Estate estate, Node bucket)
    {
        var own = estate.OfType(S3Types.AccessPoint).Select(point => (Point: point, Bucket: estate.References.Follow(point, "bucket", BucketScope.Types)))
            .ToArray();
        return Array.Exists(own, pair => pair.Bucket.Target == bucket)
            || AccessPoint.In(estate).Any(point => point.Buckets.Any(each => each.Target == bucket)) ? null
            : Array.Find(own, pair => pair.Bucket.IsUnknown && pair.Point.Region == bucket.Region) is { Point: { } unknown } ? Reason.Unknown(unknown, "bucket")
            : new Reason("it has no access point", bucket);
    }
}
