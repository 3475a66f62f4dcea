using System.Text.Json;

namespace Pulumi;

/// <summary>A JSON document as an input; texts are parsed.</summary>
public sealed class InputJson : Input<JsonElement>
{
    public InputJson() : base(default(JsonElement))
    {
    }

    private InputJson(Output<JsonElement> output) : base(output)
    {
    }

    public static implicit operator InputJson(string json) => Output.Create(json);
    public static implicit operator InputJson(JsonDocument document) => new(Output.Create(document.RootElement));
    public static implicit operator InputJson(JsonElement element) => new(Output.Create(element));
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(text => JsonDocument.Parse(text).RootElement));
    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Apply(value => value.RootElement));
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);
}
