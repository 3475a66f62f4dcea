using System.Globalization;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;
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

    /// <summary>What a check without a recovery.yaml rests on.</summary>
    public static string NoPolicy(RecoverySettings settings) =>
        settings.Assumptions.Count > 0 ? "without a recovery.yaml, with the stock assumptions" : "without a recovery.yaml";

    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>The check in one line, as it ends every report for people.</summary>
    public static string Summary(CheckResult result)
    {
        string[] against =
        [
            .. Counted(result.Mandatory, "mandatory violation"),
            .. Counted(result.Breached, "breached objective"),
            .. result.FailOnUnknown ? Counted(result.Unknown, "unknown verdict", "unknown verdicts") : [],
            .. result.FailOnUnknown ? Counted(result.NotJudged, "resource that is not read", "resources that are not read") : [],
            .. result is { ObjectivesAsked: true, Judged: 0 }
                ? ["objectives were given, but no resource was found to judge them by"]
                : Array.Empty<string>(),
        ];
        string[] beside =
        [
            .. Counted(result.Advisory, "advisory violation"),
            .. result.FailOnUnknown ? [] : Counted(result.Unknown - result.NeedingCounterpart, "unknown", "unknown"),
            .. Counted(
                result.NeedingCounterpart, "objective not judged without the other stack of its pair",
                "objectives not judged without the other stack of their pair"),
            .. result.FailOnUnknown ? [] : Counted(result.NotJudged, "resource not judged", "resources not judged"),
            .. Counted(result.Report.Waived.Count, "waived", "waived"),
        ];
        var judged = result.Judged;
        var decided = judged - result.Count(ObjectiveVerdict.Unknown);
        // Where nothing was judged, there is nothing that it passed.
        var line = !result.Passes ? $"Refused: {string.Join(", ", against)}" : decided > 0 ? "Passed: no mandatory violation" : "No mandatory violation";
        var assumed = result.Count(ObjectiveVerdict.MetOnAssumption);
        var met = result.Count(ObjectiveVerdict.Met) + assumed;
        line += decided == 0
            ? "; no objective was judged"
            : $"; {Number(met)} of {Number(judged)} objectives met{(assumed > 0 ? $" ({Number(assumed)} on assumptions)" : string.Empty)}";
        return line + (beside.Length > 0 ? $"; {string.Join(", ", beside)}." : ".");
    }

    /// <summary>Nothing for none.</summary>
    internal static string[] Counted(int count, string one, string? many = null) =>
        count == 0 ? [] : [$"{Number(count)} {(count == 1 ? one : many ?? one + "s")}"];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
