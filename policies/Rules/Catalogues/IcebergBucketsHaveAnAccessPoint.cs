using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Catalogues;

public sealed class IcebergBucketsHaveAnAccessPoint : CatalogueRule
{
    internal override IEnumerable<Finding> Evaluate(
        Estate estate, RecoveryAssessment recovery, CatalogueDatabase home, IReadOnlyList<CatalogueDatabase> twins)
    {
        if (!IsIceberg(home))
        {
            yield break;
        }

        foreach (var pair in twins.SelectMany(twin => new CatalogueCopy(estate, home, twin).Buckets()).Where(pair => pair.Home != pair.Twin).Distinct())
        {
            foreach (var (bucket, other) in new[] { (pair.Twin, pair.Home), (pair.Home, pair.Twin) })
            {
                if (AccessPoints.Of(estate, bucket) is { } unknown && unknown.IsUnknown)
                {
                    yield return Finding.Of(unknown);
                }
                else if (AccessPoints.Of(estate, bucket) is not null)
                {
                    yield return Finding.Violation(
                        bucket,
                        $"Iceberg metadata that was written in {other.Region} names {other.Name}, and no access point of {bucket.Region} stands for it");
                }
            }
        }
    }

    // Tables that nobody declares are made by engines, as those of Iceberg have to be.
    private static bool IsIceberg(CatalogueDatabase home) => home.Tables.Count > 0
        ? home.Tables.Any(table => table.Format == TableFormat.Iceberg)
        : home.Node is { Stack.IsForeign: false } && home.Crawlers.Count == 0;
}
