using DrInfra.Policies.Assessment;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LagAlarmTreatsMissingDataAsBreaching : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        from cause in recovery.Stores.SelectMany(store => store.Copies).SelectMany(copy => copy.Uses.Values).SelectMany(use => use.Staleness.Leaves())
            .SelectMany(leaf => leaf.Sources).Where(source => source is { Kind: SourceKind.Cause, Property: "treatMissingData" }).Distinct()
        let alarm = context.Estate.Find(cause.Urn)
        where alarm is not null
        select Finding.Violation(alarm, cause.Reference, cause.Property);
}
