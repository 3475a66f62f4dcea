using DrInfra.Policies.Aws.S3Control;

namespace DrInfra.Policies.Rules.Storage;

public sealed class AccessPointCanFailOver : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var point in AccessPoint.In(context.Estate))
        {
            if (point.IsUnknown)
            {
                yield return Finding.Unknown(point.Node, "details.regions");
                continue;
            }

            var buckets = Enumerable.Range(0, point.Buckets.Count).ToArray();
            if (buckets.Select(point.RegionOf).Distinct(StringComparer.Ordinal).ToArray() is { Length: < 2 } regions)
            {
                yield return Finding.Violation(
                    point.Node, $"all its buckets are in {(regions is [{ } one] ? one : "no Region that is known")}", "details.regions");
            }

            foreach (var route in point.Routes?["routes"].Items ?? [])
            {
                if (route["bucket"].Text is { } name && !Array.Exists(buckets, bucket => point.Names(route, bucket)))
                {
                    yield return Finding.Violation(point.Routes!, $"{name} is not a bucket of {point.Node.Name}", route["bucket"].Path);
                }
                else if (route["region"].Text is { } region && Array.Find(buckets, bucket => point.Names(route, bucket)) is var named
                    && point.RegionOf(named) is { } own && own != region)
                {
                    yield return Finding.Violation(
                        point.Routes!, $"its bucket {route["bucket"]} is in {own}, but the route states {region}", route["region"].Path);
                }
            }
        }
    }
}
