using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LagAlarmRingsOnSilence : StackRule
{
    protected override RuleDescriptor About => new(
        "An alarm that is to bound how far a copy is behind treats missing data as breaching.",
        Why: "When the copying stops its metric may stop too: an alarm that takes silence for health rings never again, and the copy grows old.",
        Fix: "Set treatMissingData to breaching on the alarm in the Region that follows.",
        Severity.High, "F6 H7");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from cause in context.Recovery.Value.Stores.SelectMany(store => store.Copies).SelectMany(copy => copy.Uses.Values).SelectMany(use => use.Staleness.Leaves())
            .SelectMany(leaf => leaf.Sources).Where(source => source is { Kind: SourceKind.Cause, Property: "treatMissingData" }).Distinct()
        let alarm = context.Estate.Find(cause.Urn)
        where alarm is not null
        select Finding.Violation(alarm, cause.Reference, cause.Property);
}
