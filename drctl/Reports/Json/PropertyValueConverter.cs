using System.Text.Json;
using System.Text.Json.Serialization;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>A property's value on one line; a secret as its placeholder.</summary>
internal sealed class PropertyValueConverter : JsonConverter<PropertyValue>
{
    public override PropertyValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, PropertyValue value, JsonSerializerOptions options)
    {
        if (value is SecretValue)
        {
            writer.WriteStringValue(SecretValue.Placeholder);
        }
        else
        {
            writer.WriteRawValue(JsonPropertyText.ToJson(value));
        }
    }
}
