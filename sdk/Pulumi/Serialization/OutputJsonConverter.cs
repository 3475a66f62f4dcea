using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Writes the values of outputs into JSON, and keeps what their being there would change about the text as a whole.</summary>
internal sealed class OutputJsonConverter : JsonConverterFactory
{
    internal List<IOutput> Pending { get; } = [];
    internal List<ResourceSet> Resources { get; } = [];
    internal bool IsKnown { get; private set; } = true;
    internal bool IsSecret { get; private set; }

    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsConstructedGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Output<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(typeToConvert.GenericTypeArguments), this)!;

    private sealed class Typed<T>(OutputJsonConverter owner) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Output.Create(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
        {
            if (!value.TryGetData(out var data))
            {
                owner.Pending.Add(value);
                writer.WriteNullValue();
                return;
            }

            owner.Resources.Add(data.Resources);
            owner.IsKnown &= data.IsKnown;
            owner.IsSecret |= data.IsSecret;
            if (data.IsKnown)
            {
                JsonSerializer.Serialize(writer, data.Value, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
