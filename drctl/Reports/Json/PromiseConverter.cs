using System.Text.Json;
using System.Text.Json.Serialization;
using DrInfra.Recovery;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>A promised duration in seconds, or <c>"none"</c>.</summary>
internal sealed class PromiseConverter : JsonConverter<TimeSpan?>
{
    public override bool HandleNull => true;

    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } promised)
        {
            writer.WriteNumberValue(promised.TotalSeconds);
        }
        else
        {
            writer.WriteStringValue(Objective.Text(null));
        }
    }
}
