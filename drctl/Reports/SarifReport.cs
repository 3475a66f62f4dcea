using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;

namespace DrInfra.Drctl.Reports;

/// <summary>
/// A check as SARIF 2.1.0, the format of code-scanning services. A violation is a failed result, a waived one a suppressed result,
/// what could not be judged an open result.
/// </summary>
public static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Render(CheckResult result)
    {
        var report = result.Report;
        Rule[] rules =
        [
            .. report.Violations.Select(violation => violation.Rule)
                .Concat(report.Unknown.Select(unknown => unknown.Rule))
                .Concat(report.Waived.Select(waived => waived.Violation.Rule))
                .Concat(result.Rules)
                .DistinctBy(rule => rule.Id)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonReport.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", Schema);
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            WriteTool(writer, rules);
            WriteResults(writer, result, rules);
            writer.WriteStartObject("properties");
            writer.WriteString("asOf", report.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("summary", VerdictText.Summary(result));
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void WriteTool(Utf8JsonWriter writer, Rule[] rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", RecoveryPolicyPack.Name);
        writer.WriteString("semanticVersion", RecoveryPolicyPack.Version);
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            writer.WriteString("name", rule.GetType().Name);
            WriteText(writer, "shortDescription", rule.Description);
            WriteText(writer, "fullDescription", rule.Why);
            WriteText(writer, "help", rule.Fix);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", LevelOf(rule.Level));
            writer.WriteEndObject();
            writer.WriteStartObject("properties");
            writer.WriteString("severity", VerdictText.Word(rule.Severity));
            writer.WriteStartArray("tags");
            foreach (var practice in rule.Practices)
            {
                writer.WriteStringValue(practice);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter writer, CheckResult result, Rule[] rules)
    {
        writer.WriteStartArray("results");
        foreach (var violation in result.Report.Violations)
        {
            WriteResult(writer, result, rules, violation, null);
        }

        foreach (var waived in result.Report.Waived)
        {
            WriteResult(writer, result, rules, waived.Violation, waived);
        }

        foreach (var unknown in result.Report.Unknown)
        {
            writer.WriteStartObject();
            WriteRule(writer, rules, unknown.Rule);
            // SARIF wants the level "none" on what is not a failure.
            writer.WriteString("level", result.FailOnUnknown ? "error" : "none");
            writer.WriteString("kind", result.FailOnUnknown ? "fail" : "open");
            WriteText(writer, "message", $"{unknown.Property} is not known before the deployment");
            WriteLocations(writer, result, unknown.Urn, unknown.Property);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter writer, CheckResult result, Rule[] rules, Violation violation, WaivedViolation? waived)
    {
        writer.WriteStartObject();
        WriteRule(writer, rules, violation.Rule);
        writer.WriteString("level", LevelOf(violation.Enforcement));
        writer.WriteString("kind", "fail");
        WriteText(writer, "message", violation.Message);
        WriteLocations(writer, result, violation.Urn, violation.Property);
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("ruleAndResource/v1", Fingerprint($"{violation.Rule.Id}\n{violation.Urn}\n{violation.Property}"));
        writer.WriteEndObject();
        if (waived is not null)
        {
            writer.WriteStartArray("suppressions");
            writer.WriteStartObject();
            writer.WriteString("kind", "external");
            writer.WriteString("justification", $"{waived.Reason} ({waived.Owner}, until {waived.Expires:yyyy-MM-dd})");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, Rule[] rules, Rule rule)
    {
        writer.WriteString("ruleId", rule.Id);
        writer.WriteNumber("ruleIndex", Array.FindIndex(rules, candidate => candidate.Id == rule.Id));
    }

    private static void WriteLocations(Utf8JsonWriter writer, CheckResult result, string urn, string? property)
    {
        var file = result.FileOf(urn) ?? (urn.Length == 0 && result.Sources.Count > 0 ? result.Sources[0].Path : null);
        writer.WriteStartArray("locations");
        if (urn.Length > 0 || file is not null)
        {
            writer.WriteStartObject();
            if (file is not null)
            {
                writer.WriteStartObject("physicalLocation");
                writer.WriteStartObject("artifactLocation");
                writer.WriteString("uri", UriOf(file));
                writer.WriteEndObject();
                // A graph file is not written by hand: the line says nothing, but services insist on one.
                writer.WriteStartObject("region");
                writer.WriteNumber("startLine", 1);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            WriteLogical(writer, urn, property);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLogical(Utf8JsonWriter writer, string urn, string? property)
    {
        if (urn.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("logicalLocations");
        writer.WriteStartObject();
        writer.WriteString("name", ResourceUrn.TryParse(urn, out var parsed) ? parsed.Name : urn);
        writer.WriteString("fullyQualifiedName", urn);
        writer.WriteString("kind", "resource");
        if (!string.IsNullOrEmpty(property))
        {
            writer.WriteStartObject("properties");
            writer.WriteString("property", property);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    /// <summary>A relative path stays relative, so that a service finds it in the repository.</summary>
    private static string UriOf(string path) => Path.IsPathRooted(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static string LevelOf(Level level) => level switch
    {
        Level.Mandatory => "error",
        Level.Disabled => "none",
        _ => "warning",
    };

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
