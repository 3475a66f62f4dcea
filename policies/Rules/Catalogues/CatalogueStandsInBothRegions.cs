using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Catalogues;

public sealed class CatalogueStandsInBothRegions : CatalogueRule
{
    internal override IEnumerable<Finding> Evaluate(
        Estate estate, RecoveryAssessment recovery, CatalogueDatabase home, IReadOnlyList<CatalogueDatabase> twins)
    {
        if (twins.Count > 0)
        {
            return twins.SelectMany(twin => new CatalogueCopy(estate, home, twin).Misfits())
                .Where(reason => reason is { SaysWhy: false, Node: not null }).Distinct().Select(Finding.Of);
        }

        var replications = Replications.Of(estate);
        var elsewhere = home.Tables.Select(table => home.PathOf(estate, table)).Append(home.Node is { } node ? DataPath.Of(estate, node, home.Location) : null)
            .OfType<DataPath>().SelectMany(path => path.Buckets).SelectMany(replications.From)
            .Select(rule => rule.Destination.Region).FirstOrDefault(region => region is not null && region != home.Region);
        return elsewhere is null ? [] : [Finding.Violation(home.First, $"its objects are replicated to {elsewhere}, but no catalogue is declared there")];
    }
}
