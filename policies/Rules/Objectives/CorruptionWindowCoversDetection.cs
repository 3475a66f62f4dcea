using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class CorruptionWindowCoversDetection : StackRule
{
    protected override RuleDescriptor About => new(
        "Where anything is promised for corruption, each store can go back to before the damage: its window is as long as noticing, deciding and restoring.",
        Why: "Wrong data is replicated faithfully; when the window has passed the moment before the damage, only older backups are left.",
        Fix: "Lengthen the point-in-time window or the days that old versions are kept, or notice corruption sooner.",
        Severity.High, "B1 B2", Level.Mandatory);

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var recovery = context.Recovery.Value;
        foreach (var store in recovery.Stores)
        {
            if (recovery.Promises.For(store.Workload) is not { } promise || promise.For(Disruption.Corruption) == Objective.None || !promise.HasStackOf("primary"))
            {
                continue;
            }

            var windows = store.Copies.Where(copy => copy.Kind.Contains("window", StringComparison.Ordinal) || copy.Kind == "old versions").ToArray();
            if (windows.Length > 0 && !windows.Any(window => window.Uses.ContainsKey(Disruption.Corruption)))
            {
                var reasons = windows.Where(window => window.Lost.ContainsKey(Disruption.Corruption)).Select(window => $"{window.Kind}: {window.Lost[Disruption.Corruption].Text}").Distinct(StringComparer.Ordinal);
                yield return Finding.OfStore(store, Disruption.Corruption, $"{store.Label}: {string.Join("; ", reasons)}");
            }
        }
    }
}
