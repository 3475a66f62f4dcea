using DrInfra.Policies.Aws.S3Control;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>How requests for objects leave a lost Region: by themselves to another active bucket, or once somebody makes a passive one active.</summary>
internal sealed class AccessPointRouting(Estate estate, Estimates estimates)
{
    /// <summary>How the access points before a workload's buckets move; null where it has none.</summary>
    /// <param name="lost">The Region that is lost; null takes that of the first bucket.</param>
    public IReadOnlyList<Redirect> Of(string workload, IReadOnlyList<Store> stores, string? lost)
    {
        var own = stores.SelectMany(store => store.Members).ToHashSet();
        return [.. AccessPoint.In(estate).Where(point => point.Buckets.Any(bucket => bucket.Target is { } target && own.Contains(target)))
            .Select(point => Leaves(workload, point, lost))];
    }

    private Redirect Leaves(string workload, AccessPoint point, string? lost)
    {
        var label = $"{point.Node.Name} leaves the lost Region";
        var gone = lost ?? point.RegionOf(0);
        int[] others = [.. Enumerable.Range(0, point.Buckets.Count).Where(bucket => point.RegionOf(bucket) is { } region && region != gone)];
        if (point.IsUnknown || (others.Length == 0 && Enumerable.Range(0, point.Buckets.Count).Any(bucket => point.RegionOf(bucket) is null)))
        {
            return new Redirect(Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, "details.regions", point.Node.Urn)), ByPlan: false);
        }

        if (others.Length == 0)
        {
            var why = $"it has no bucket outside {gone}";
            return new Redirect(Derivation.Never(label, why, new Source(SourceKind.Cause, why, point.Node.Urn, Property: "details.regions")), ByPlan: false);
        }

        if (others.All(bucket => point.IsActive(bucket) is null))
        {
            return new Redirect(Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, "routes", point.Routes!.Urn)), ByPlan: false);
        }

        var takes = estimates.Duration(label, "access-point-failover", workload, null, point.Node.Urn, "s3-mrap-failover");
        return Array.Exists(others, bucket => point.IsActive(bucket) == true)
            ? new Redirect(
                Derivation.Sum(label, Derivation.Leaf("it needs no switch", Figure.Zero, FactBook.Get("s3-mrap-active").ToSource()), takes), ByPlan: false)
            : new Redirect(takes, ByPlan: false, ByControl: true);
    }
}
