using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws.CloudFront;

/// <summary>Where a distribution gets what it serves: by each of its behaviours, one origin, or a group of which the second stands in for the first.</summary>
internal static class DistributionOrigins
{
    /// <summary>The distribution that a name is an alternate name of, or that its records lead to; null where there is none.</summary>
    public static Node? Behind(Estate estate, string name, IReadOnlyList<Node> records) =>
        estate.OfType(CloudFrontTypes.Distribution).FirstOrDefault(distribution =>
            distribution["aliases"].Items.Any(alias => alias.Text is { } text && DnsName.Normal(text) == DnsName.Normal(name))
            || records.Any(record => Leads(record, distribution)));

    public static bool IsOff(Node distribution) => distribution["enabled"].Flag == false;

    /// <summary>The origins of each behaviour, the default one first; an empty list stands for origins that are not known.</summary>
    public static IReadOnlyList<(string Behaviour, IReadOnlyList<Prop> Origins)> Of(Node distribution) =>
    [
        ("the default behaviour", OriginsOf(distribution, distribution["defaultCacheBehavior"]["targetOriginId"])),
        .. distribution["orderedCacheBehaviors"].Items.Select(behaviour =>
            ($"the behaviour for {behaviour["pathPattern"]}", OriginsOf(distribution, behaviour["targetOriginId"]))),
    ];

    /// <summary>The Region of an origin: of the resource that it names, else the one in its name; null where neither tells.</summary>
    public static string? RegionOf(Estate estate, Prop origin)
    {
        if (origin["domainName"].Text is not { } text)
        {
            return null;
        }

        var name = DnsName.Normal(text);
        return ServedRegion.NamedIn(estate, name)
            ?? estate.OfTypes(BucketScope.Types)
                .FirstOrDefault(bucket => bucket["bucket"].Text is { } own && name.StartsWith($"{own}.s3", StringComparison.Ordinal))?.Region
            ?? (DnsName.Records(estate, name).Select(record => ServedRegion.Of(estate, record)).Distinct(StringComparer.Ordinal).ToArray() is [var one]
                ? one
                : null);
    }

    private static bool Leads(Node record, Node distribution) =>
        ReferenceResolver.Declared(record, "aliases").Concat(ReferenceResolver.Declared(record, "records")).Contains(distribution)
        || (distribution.Output("domainName").Text is { } domain
            && record["aliases"].Items.Select(alias => alias["name"]).Concat(record["records"].Items)
                .Any(target => target.Text is { } text && DnsName.Normal(text) == DnsName.Normal(domain)));

    private static IReadOnlyList<Prop> OriginsOf(Node distribution, Prop target)
    {
        if (target.Text is not { } id || distribution["origins"].IsUnknown || distribution["originGroups"].IsUnknown)
        {
            return [];
        }

        var group = distribution["originGroups"].Items.FirstOrDefault(candidate => candidate["originId"].Text == id);
        string?[] ids = group.IsAbsent ? [id] : [.. group["members"].Items.Select(member => member["originId"].Text)];
        return [.. ids.SelectMany(wanted => distribution["origins"].Items.Where(origin => wanted is not null && origin["originId"].Text == wanted))];
    }
}
