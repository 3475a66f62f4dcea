using System.Globalization;

namespace DrInfra.Drctl.Reports;

/// <summary>What a report for people does not show, counted.</summary>
internal static class LeftOut
{
    /// <summary>The last lines of a report: what the filter hides, what the baseline has too, and what is gone since. None where nothing is left out.</summary>
    public static IEnumerable<string> Of(CheckResult result, ShownFindings shown)
    {
        var (report, filter) = (result.Report, result.Filter);
        string[] hidden =
        [
            .. Counted(shown.Hidden, "finding"),
            .. Counted(report.Objectives.Count(outcome => !filter.Shows(outcome)), "objective"),
            .. Counted(report.Unknown.Count(unknown => !filter.Shows(unknown)), "unknown verdict"),
            .. Counted(report.Waived.Count(waived => !filter.Shows(waived)), "waived finding"),
            .. filter.ShowsLists ? [] : Lists(result),
        ];
        if (hidden.Length > 0)
        {
            yield return $"Not shown because of {string.Join(", ", Options(filter))}: {string.Join(", ", hidden)}.";
        }

        if (filter.Baseline is { } baseline)
        {
            string[] known =
            [
                .. Counted(shown.Known, "finding"),
                .. Counted(report.Objectives.Count(outcome => filter.Shows(outcome) && baseline.Knows(outcome)), "objective"),
                .. Counted(report.Unknown.Count(unknown => filter.Shows(unknown) && baseline.Knows(unknown)), "unknown verdict"),
                .. Counted(report.Waived.Count(waived => filter.Shows(waived) && baseline.Knows(waived)), "waived finding"),
            ];
            string[] gone = [.. Counted(baseline.Gone(report), "finding"), .. Counted(baseline.GoneWorkloads(report).Count(), "workload")];
            yield return string.Create(
                CultureInfo.InvariantCulture, $"As in {baseline.Path} of {baseline.AsOf:yyyy-MM-dd}: {Or(known)}. Gone since then: {Or(gone)}.");
        }
    }

    private static IEnumerable<string> Lists(CheckResult result) =>
    [
        .. Counted(result.Groups.Sum(group => group.Members.Count) + result.KeysAndVaults.Count, "grouped resource"),
        .. Counted(result.Report.Unclassified.Count, "resource without a workload", "resources without a workload"),
        .. Counted(result.Report.NotJudged.Sum(unread => unread.Urns.Count), "resource not judged", "resources not judged"),
        .. Counted(result.Report.Notes.Count, "note"),
        .. Counted(result.NotEmulated.Count, "type not emulated", "types not emulated"),
    ];

    private static IEnumerable<string> Options(ReportFilter filter) =>
    [
        .. filter.Least is null ? [] : new[] { "--severity" },
        .. filter.Workloads.Count == 0 ? [] : new[] { "--workload" },
        .. filter.Rules.Count == 0 ? [] : new[] { "--rule" },
        .. filter.Quiet ? ["--quiet"] : Array.Empty<string>(),
        .. filter.Baseline is null ? [] : new[] { "--baseline" },
    ];

    private static string Or(string[] counts) => counts.Length == 0 ? "nothing" : string.Join(", ", counts);

    private static string[] Counted(int count, string one, string? many = null) => VerdictText.Counted(count, one, many);
}
