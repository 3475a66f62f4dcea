using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws.Glue;

namespace DrInfra.Policies.Rules.Catalogues;

/// <summary>A rule about the catalogues of two Regions that stand in for each other.</summary>
public abstract class CatalogueRule : AssessmentRule
{
    protected sealed override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var group in CatalogueGroups.In(context.Estate, recovery.WorkloadOf))
        {
            var home = group.FirstOrDefault(database => recovery.Stores.Any(store => store.Node == database.First)) ?? group[0];
            foreach (var finding in Evaluate(context.Estate, recovery, home, [.. group.Where(database => database != home)]))
            {
                yield return finding;
            }
        }
    }

    internal abstract IEnumerable<Finding> Evaluate(
        Estate estate, RecoveryAssessment recovery, CatalogueDatabase home, IReadOnlyList<CatalogueDatabase> twins);
}
