using System.Globalization;
using DrInfra.Policies.Assessment;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class RecoverySettingsAreCurrent : StackRule
{
    private const string Notice = "noticeDays";

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from entry in Entries(context)
        let days = entry.Ends.DayNumber - context.AsOf.DayNumber
        where days <= context.Parameters[Notice]
        select new Finding(null, Verdict.Violation(Message(entry, days)), Stack: "") { Part = entry.What };

    // An expired waiver is reported where waivers are applied.
    private static IEnumerable<Entry> Entries(RuleContext context) =>
    [
        .. context.Settings.Assumptions.Where(assumption => assumption.Expires is not null)
            .Select(assumption => new Entry($"assumption {assumption.Id}", assumption.Expires!.Value, assumption.Owner, assumption.Line)),
        .. context.Settings.Evidence.GroupBy(evidence => (evidence.Step, Of: evidence.Resource ?? evidence.Configuration))
            .Select(drills => drills.MaxBy(drill => drill.Date)!)
            .Select(drill => new Entry(
                $"evidence of {drill.Step} for {drill.Resource ?? drill.Configuration}", drill.Date.AddDays(Estimates.DrillIntervalDays), null, drill.Line)),
        .. context.Settings.Waivers.Where(waiver => waiver.Expires > context.AsOf)
            .Select(waiver => new Entry($"waiver of {waiver.Rule} for {waiver.Urn}", waiver.Expires, waiver.Owner, waiver.Line)),
    ];

    private static string Message(Entry entry, int days)
    {
        var owner = entry.Owner is null ? "" : entry.Owner + ", ";
        var ends = days > 0
            ? string.Create(CultureInfo.InvariantCulture, $"expires on {entry.Ends:yyyy-MM-dd}, in {days} {(days == 1 ? "day" : "days")}")
            : string.Create(CultureInfo.InvariantCulture, $"expired on {entry.Ends:yyyy-MM-dd} and no longer counts");
        return string.Create(CultureInfo.InvariantCulture, $"{entry.What} {ends} ({owner}line {entry.Line} of recovery.yaml)");
    }

    private sealed record Entry(string What, DateOnly Ends, string? Owner, int Line);
}
