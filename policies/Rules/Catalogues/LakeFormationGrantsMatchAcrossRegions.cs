using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.LakeFormation;

namespace DrInfra.Policies.Rules.Catalogues;

public sealed class LakeFormationGrantsMatchAcrossRegions : CatalogueRule
{
    internal override IEnumerable<Finding> Evaluate(
        Estate estate, RecoveryAssessment recovery, CatalogueDatabase home, IReadOnlyList<CatalogueDatabase> twins) =>
        from twin in twins
        from pair in new[] { (From: home, To: twin), (From: twin, To: home) }
        from grant in LakeGrant.Lacking(estate, pair.From, pair.To)
        select Finding.Violation(
            grant.Node, $"{grant.Principal ?? "its principal"} has no such grant on {pair.To.Name ?? pair.To.First.Name} in {pair.To.Region}", grant.Property);
}
