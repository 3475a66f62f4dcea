using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>
/// A check for programs. Durations are seconds, <c>"unbounded"</c>, or null where they are unknown; an objective that is not
/// promised is <c>"none"</c>.
/// </summary>
public static class JsonReport
{
    internal static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Render(CheckResult result)
    {
        var report = result.Report;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            writer.WriteString("asOf", Day(report.AsOf));
            WriteList(writer, "stacks", report.Stacks);
            WriteArray(writer, "violations", report.Violations, violation => WriteViolation(writer, violation));
            WriteArray(writer, "objectives", report.Objectives, outcome => WriteOutcome(writer, outcome));
            WriteArray(writer, "stores", report.Stores, store => WriteStore(writer, store));
            WriteList(writer, "unclassified", report.Unclassified);
            WriteArray(writer, "unknown", report.Unknown, unknown =>
            {
                writer.WriteString("urn", unknown.Urn);
                writer.WriteString("property", unknown.Property);
                writer.WriteString("neededBy", unknown.Rule.Id);
            });
            WriteList(writer, "notEmulated", result.NotEmulated);
            WriteArray(writer, "waived", report.Waived, waived =>
            {
                WriteViolation(writer, waived.Violation);
                writer.WriteString("reason", waived.Reason);
                writer.WriteString("owner", waived.Owner);
                writer.WriteString("expires", Day(waived.Expires));
            });
            WriteArray(writer, "groups", result.Groups, group =>
            {
                writer.WriteString("workload", group.Name);
                writer.WriteString("because", group.Because);
                WriteList(writer, "resources", [.. group.Members.Select(node => node.Urn)]);
            });
            WriteList(writer, "keysAndVaults", result.KeysAndVaults);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void WriteViolation(Utf8JsonWriter writer, Violation violation)
    {
        writer.WriteString("stack", violation.Stack);
        writer.WriteString("rule", violation.Rule.Id);
        writer.WriteString("severity", VerdictText.Word(violation.Rule.Severity));
        writer.WriteString("enforcement", violation.Enforcement.Text());
        writer.WriteString("urn", violation.Urn);
        writer.WriteString("message", violation.Message);
        writer.WriteString("why", violation.Why);
        writer.WriteString("fix", violation.Fix);
    }

    private static void WriteOutcome(Utf8JsonWriter writer, Outcome outcome)
    {
        writer.WriteString("workload", outcome.Workload);
        writer.WriteString("disruption", outcome.Disruption.Text());
        WriteFigure(writer, "rpo", outcome.Rpo.Figure);
        WriteFigure(writer, "rto", outcome.Rto.Figure);
        writer.WriteStartObject("objective");
        WritePromise(writer, "rpo", outcome.Objective.Rpo);
        WritePromise(writer, "rto", outcome.Objective.Rto);
        writer.WriteEndObject();
        writer.WriteString("verdict", outcome.Verdict.ToString());
        writer.WriteString("because", outcome.Because);
    }

    private static void WriteStore(Utf8JsonWriter writer, StoreReport store)
    {
        writer.WriteString("urn", store.Urn);
        writer.WriteString("workload", store.Workload);
        WriteArray(writer, "copies", store.Copies, copy =>
        {
            writer.WriteString("kind", copy.Kind);
            writer.WriteString("region", copy.Region);
            writer.WriteString("urn", copy.Urn);
            WriteList(writer, "survives", copy.Survives);
        });
        WriteArray(writer, "disruptions", store.Outcomes, outcome =>
        {
            writer.WriteString("disruption", outcome.Disruption.Text());
            WriteFigure(writer, "rpo", outcome.Rpo.Figure);
            WriteFigure(writer, "recovery", outcome.Recovery.Figure);
            writer.WriteString("rpoVerdict", outcome.RpoVerdict.ToString());
            writer.WriteString("recoveryVerdict", outcome.RecoveryVerdict.ToString());
        });
    }

    internal static void WriteFigure(Utf8JsonWriter writer, string name, Figure figure)
    {
        writer.WriteStartObject(name);
        WriteSeconds(writer, "typical", figure.Typical);
        WriteSeconds(writer, "worst", figure.Worst);
        writer.WriteString("basis", figure.Basis.Text());
        writer.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter writer, string name, double? seconds)
    {
        switch (seconds)
        {
            case null:
                writer.WriteNull(name);
                break;
            case double.PositiveInfinity:
                writer.WriteString(name, FigureText.Unbounded);
                break;
            default:
                writer.WriteNumber(name, seconds.Value);
                break;
        }
    }

    internal static void WritePromise(Utf8JsonWriter writer, string name, TimeSpan? promise)
    {
        if (promise is { } duration)
        {
            writer.WriteNumber(name, duration.TotalSeconds);
        }
        else
        {
            writer.WriteString(name, Objective.Text(null));
        }
    }

    internal static void WriteArray<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> members)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            members(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
