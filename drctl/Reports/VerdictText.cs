using System.Globalization;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>Verdicts in words.</summary>
internal static class VerdictText
{
    public static string Of(ObjectiveVerdict verdict) => verdict switch
    {
        ObjectiveVerdict.NotApplicable => "-",
        ObjectiveVerdict.Met => "met",
        ObjectiveVerdict.MetOnAssumption => "met on assumption",
        ObjectiveVerdict.Unknown => "unknown",
        ObjectiveVerdict.Breached => "BREACHED",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "not a verdict"),
    };

    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>The check in one line, as it ends every report for people.</summary>
    public static string Summary(CheckResult result)
    {
        string[] against =
        [
            .. Counted(result.Mandatory, "mandatory violation"),
            .. Counted(result.Breached, "breached objective"),
            .. result.FailOnUnknown ? Counted(result.Unknown, "verdict that is unknown", "verdicts that are unknown") : [],
        ];
        string[] beside =
        [
            .. Counted(result.Advisory, "advisory violation"),
            .. result.FailOnUnknown ? [] : Counted(result.Unknown, "unknown"  , "unknown"),
            .. Counted(result.Report.Waived.Count, "waived", "waived"),
        ];
        var line = result.Passes ? "Passed: no mandatory violation" : $"Refused: {string.Join(", ", against)}";
        var judged = result.Report.Objectives.Count - result.Count(ObjectiveVerdict.NotApplicable);
        var assumed = result.Count(ObjectiveVerdict.MetOnAssumption);
        var met = result.Count(ObjectiveVerdict.Met) + assumed;
        line += judged == 0
            ? "; no objective was judged"
            : $"; {Number(met)} of {Number(judged)} objectives met{(assumed > 0 ? $" ({Number(assumed)} on assumptions)" : string.Empty)}";
        return line + (beside.Length > 0 ? $"; {string.Join(", ", beside)}." : ".");
    }

    /// <summary>Nothing for none.</summary>
    private static string[] Counted(int count, string one, string? many = null) =>
        count == 0 ? [] : [$"{Number(count)} {(count == 1 ? one : many ?? one + "s")}"];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
