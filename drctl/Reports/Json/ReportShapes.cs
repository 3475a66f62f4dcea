using System.Text.Json.Serialization;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>How the reports for programs are written, worked out when this is compiled: nothing has to be looked up at the start.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(SecondsConverter), typeof(PromiseConverter), typeof(PropertyValueConverter)])]
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(DiffDocument))]
[JsonSerializable(typeof(RulesDocument))]
[JsonSerializable(typeof(VerifyDocument))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class ReportShapes : JsonSerializerContext;
