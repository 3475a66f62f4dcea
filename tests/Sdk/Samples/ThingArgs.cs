using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

public sealed class ThingArgs : ResourceArgs
{
    [Input("items")]
    private InputList<string>? _items;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("parts")]
    private InputList<PartArgs>? _parts;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("ratio")]
    public Input<double>? Ratio { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("plain")]
    public bool? Plain { get; set; }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    [Input("partJson", json: true)]
    public Input<PartArgs>? PartJson { get; set; }

    [Input("flagJson", json: true)]
    public Input<bool>? FlagJson { get; set; }

    [Input("mode")]
    public Input<Mode>? Mode { get; set; }

    [Input("port")]
    public InputUnion<int, string>? Port { get; set; }

    [Input("json")]
    public InputJson? Json { get; set; }

    [Input("content")]
    public Input<AssetOrArchive>? Content { get; set; }

    [Input("peer")]
    public Input<Resource>? Peer { get; set; }

    [Input("raw")]
    public Input<object>? Raw { get; set; }

    public InputList<string> Items
    {
        get => _items ??= new InputList<string>();
        set => _items = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= new InputMap<string>();
        set => _tags = value;
    }

    public InputList<PartArgs> Parts
    {
        get => _parts ??= new InputList<PartArgs>();
        set => _parts = value;
    }
}
