using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>Reports for programs as indented JSON: the same text on every system, members in the order in which the records state them.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions WithNulls = new(ReportShapes.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions WithoutNulls = new(WithNulls) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Text(CheckDocument document) => JsonSerializer.Serialize(document, WithNulls) + "\n";

    public static string Text(DiffDocument document) => JsonSerializer.Serialize(document, WithNulls) + "\n";

    public static string Text(RulesDocument document) => JsonSerializer.Serialize(document, WithNulls) + "\n";

    public static string Text(VerifyDocument document) => JsonSerializer.Serialize(document, WithNulls) + "\n";

    /// <summary>What SARIF does not require is left out where there is nothing to say.</summary>
    public static string Text(SarifLog log) => JsonSerializer.Serialize(log, WithoutNulls) + "\n";
}
