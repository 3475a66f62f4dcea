using System.Globalization;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Assessment;

/// <summary>
/// What arming asks of recovery.yaml, for each direction: a drill in which the plan activated the Region, or somebody's statement, with a date,
/// that it is armed without one.
/// </summary>
internal static class ArmingEvidence
{
    private const string Drill = "region-switch-execution";
    private const string Acknowledged = "armed-without-a-drill";

    /// <summary>Why a direction may not be armed; null where it may.</summary>
    /// <param name="region">The Region that is activated.</param>
    public static string? Missing(RecoverySettings settings, DateOnly asOf, string workload, string region)
    {
        var scope = $"{workload}/{region}";
        (string What, DateOnly Date, DateOnly Ends)[] all =
        [
            .. settings.Evidence.Where(drill => drill.Step == Drill && drill.Configuration == scope && drill.Measured.Count > 0)
                .Select(drill => ("drill", drill.Date, Until(drill.Date))),
            .. settings.Assumptions.Where(statement => statement.Id == $"{Acknowledged}@{scope}")
                .Select(statement => ("statement", statement.Reviewed, Sooner(statement.Expires, Until(statement.Reviewed)))),
        ];
        if (Array.Exists(all, one => one.Date <= asOf && one.Ends > asOf))
        {
            return null;
        }

        var asked = $"recovery.yaml needs evidence of {Drill} with the configuration {scope}, or the statement {Acknowledged}@{scope}";
        return all.Length == 0 ? asked
            : all.MaxBy(one => one.Date) is var (what, date, ends) && date > asOf
                ? string.Create(CultureInfo.InvariantCulture, $"the {what} of {date:yyyy-MM-dd} is in the future; {asked}")
                : string.Create(CultureInfo.InvariantCulture, $"the {what} no longer counts since {ends:yyyy-MM-dd}; {asked}");
    }

    private static DateOnly Until(DateOnly date) => date.AddDays(Estimates.DrillIntervalDays);

    private static DateOnly Sooner(DateOnly? one, DateOnly other) => one is { } stated && stated < other ? stated : other;
}
