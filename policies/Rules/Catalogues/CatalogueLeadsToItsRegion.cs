using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Glue;

namespace DrInfra.Policies.Rules.Catalogues;

public sealed class CatalogueLeadsToItsRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        return !Regions.AreSeveral(estate) ? [] : CatalogueDatabase.In(estate)
            .SelectMany(database => PathsOf(estate, database).Select(path => Of(database, path)).Concat(Links(database))).OfType<Finding>().Distinct();
    }

    private static IEnumerable<DataPath> PathsOf(Estate estate, CatalogueDatabase database) =>
    [
        .. database.Node is { } node && DataPath.Of(estate, node, database.Location) is { } own ? [own] : Array.Empty<DataPath>(),
        .. database.Tables.SelectMany(table => database.PathsOf(estate, table)),
        .. database.CrawledPaths(estate),
    ];

    private static Finding? Of(CatalogueDatabase database, DataPath path) =>
        path.Unclear is { } unclear ? unclear.SaysWhy ? null : Finding.Of(unclear)
        : database.Region is null || path.Buckets.Any(bucket => bucket.Region == database.Region) ? null
        : path.Buckets.Any(bucket => bucket.Region is null) ? Finding.Unknown(path.Node, path.Property)
        : Finding.Violation(path.Node, $"it lies in {path.Buckets[0].Name}, which is in {path.Buckets[0].Region}", path.Property);

    private static IEnumerable<Finding?> Links(CatalogueDatabase database) => database.Tables.Select(table => (table.Node, table.Link))
        .Concat(database.Node is { } node ? [(node, database.Link)] : [])
        .Select(pair => pair.Link["region"] is { } region && region.IsUnknown ? Finding.Unknown(pair.Item1, region.Path)
            : region.Text is { Length: > 0 } text && text != database.Region ? Finding.Violation(pair.Item1, $"it is a link to {text}", region.Path)
            : null);
}
