using System.Globalization;
using System.Text.Json;
using DrInfra.Drctl.Reports;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Commands;

/// <summary>The JSON report of an earlier check, as a baseline.</summary>
internal static class BaselineFile
{
    private const string Fix = "write one with `drctl check FILE --format json --out BASELINE`";

    /// <summary>Reads it; null where it is no such report. What is wrong is added to the problems.</summary>
    public static Baseline? Read(string path, List<Problem> problems)
    {
        var where = $"--baseline {path}";
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var report = document.RootElement;
            var version = report.ValueKind == JsonValueKind.Object && report.TryGetProperty("version", out var stated) ? stated.GetRawText() : null;
            if (version == JsonReport.Version.ToString(CultureInfo.InvariantCulture) && report.TryGetProperty("violations", out _))
            {
                return Of(path, report);
            }

            problems.Add(new Problem(
                "not a report of `drctl check`", where, version is null ? null : $"version {version}",
                string.Create(CultureInfo.InvariantCulture, $"a JSON report of version {JsonReport.Version}"), Fix));
        }
        catch (JsonException exception)
        {
            problems.Add(new Problem(
                "the baseline is not JSON", new Place(where, (int)(exception.LineNumber ?? -1) + 1), Allowed: "a JSON report of `drctl check`", Fix: Fix));
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            problems.Add(new Problem("the baseline is not as `drctl check` wrote it", where, Allowed: "a JSON report of `drctl check`", Fix: Fix));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(new Problem($"the baseline cannot be read: {exception.Message}", where, Fix: Fix));
        }

        return null;
    }

    private static Baseline Of(string path, JsonElement report) => new(
        path,
        DateOnly.ParseExact(Text(report, "asOf"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Fingerprints(report, "violations"),
        Fingerprints(report, "waived"),
        report.GetProperty("unknown").EnumerateArray()
            .Select(unknown => (Text(unknown, "urn"), Text(unknown, "property"), Text(unknown, "neededBy"))).ToHashSet(),
        report.GetProperty("objectives").EnumerateArray()
            .Select(outcome => ((Text(outcome, "workload"), DisruptionOf(Text(outcome, "disruption"))), Verdict: VerdictOf(Text(outcome, "verdict"))))
            .GroupBy(outcome => outcome.Item1)
            .ToDictionary(outcomes => outcomes.Key, outcomes => outcomes.Max(outcome => outcome.Verdict)));

    private static HashSet<string> Fingerprints(JsonElement report, string list) =>
        report.GetProperty(list).EnumerateArray().Select(finding => Text(finding, "fingerprint")).ToHashSet(StringComparer.Ordinal);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static Disruption DisruptionOf(string text) =>
        DisruptionNames.All.Where(disruption => disruption.Text() == text).ToArray() is [var found] ? found : throw new FormatException(text);

    private static ObjectiveVerdict VerdictOf(string text) =>
        Enum.GetNames<ObjectiveVerdict>().Contains(text) ? Enum.Parse<ObjectiveVerdict>(text) : throw new FormatException(text);
}
