using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws.S3Control;

/// <summary>A multi-Region access point: one name before buckets of several Regions, of which the active ones take requests.</summary>
/// <param name="Buckets">What each entry of <c>details.regions</c> refers to.</param>
/// <param name="Routes">What says which buckets are active; null where nothing is declared: then all are (fact s3-mrap-active).</param>
internal sealed record AccessPoint(Node Node, IReadOnlyList<Reference> Buckets, Node? Routes)
{
    /// <summary>All of an estate, by URN.</summary>
    public static IReadOnlyList<AccessPoint> In(Estate estate) => estate.Once(static estate => estate.OfType(S3ControlTypes.MultiRegionAccessPoint)
        .Select(node => new AccessPoint(
            node,
            [.. node["details"]["regions"].Items.Select(entry => estate.References.Follow(node, entry["bucket"], BucketScope.Types))],
            estate.UsersOf(node, S3ControlTypes.MultiRegionAccessPointRoutes, "mrap") is [var routes, ..] ? routes : null))
        .ToArray());

    /// <summary>Whether its buckets are not known before the deployment.</summary>
    public bool IsUnknown => Node["details"]["regions"].IsUnknown || Buckets.Any(bucket => bucket.IsUnknown);

    /// <summary>The Region of one of its buckets; null where nothing tells.</summary>
    public string? RegionOf(int bucket) => Buckets[bucket].Region ?? Node["details"]["regions"].Items[bucket]["region"].Text;

    /// <summary>Whether a bucket takes requests: its route's dial is above zero. Null where only the deployment tells.</summary>
    public bool? IsActive(int bucket)
    {
        if (Routes is null)
        {
            return true;
        }

        var routes = Routes["routes"];
        var own = routes.Items.Where(route => Names(route, bucket)).Select(route => route["trafficDialPercentage"]).ToArray();
        return routes.IsUnknown || Array.Exists(own, dial => dial.IsUnknown) ? null : own.Length == 0 || own[^1].Number > 0;
    }

    /// <summary>Whether a route is one to a bucket: by the bucket's name, or by its Region, of which an access point has one bucket each.</summary>
    public bool Names(Prop route, int bucket) =>
        (route["bucket"].Text is { } name && name == (Buckets[bucket].Target?["bucket"].Text ?? Buckets[bucket].Text))
        || (route["bucket"].IsUnknown && route["region"].Text is { } region && region == RegionOf(bucket));
}
