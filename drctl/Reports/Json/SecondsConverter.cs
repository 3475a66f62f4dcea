using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>Seconds as a number, or <c>"unbounded"</c>.</summary>
internal sealed class SecondsConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsPositiveInfinity(value))
        {
            writer.WriteStringValue(FigureText.Unbounded);
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }
}
