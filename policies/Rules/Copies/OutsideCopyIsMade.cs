using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Stores;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Copies;

public sealed class OutsideCopyIsMade : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var store in recovery.Stores)
        {
            if (recovery.Promises.For(store.Workload) is { Manifest: { } manifest } promise && promise.HasStackOf("primary")
                && manifest.Stores.Any(entry => entry.Outside == true && entry.Name == store.Label && entry.Kind == store.Kind)
                && !store.Copies.Any(copy => copy.Kind == SyncedCopies.Outside && copy.Uses.ContainsKey(Disruption.Region)))
            {
                yield return Finding.OfStore(store, Disruption.Account, $"{store.Label}: its manifest states a copy outside AWS, but no task makes one");
            }
        }
    }
}
