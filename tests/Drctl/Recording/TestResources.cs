using Pulumi;

namespace DrInfra.Tests.Drctl.Recording;

/// <summary>Arguments of every shape that generated provider classes have.</summary>
public sealed class ThingArgs : ResourceArgs
{
    [Input("names")]
    private InputList<string>? _names;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("parts")]
    private InputList<PartArgs>? _parts;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    [Input("either")]
    public InputUnion<string, int>? Either { get; set; }

    [Input("document")]
    public InputJson? Document { get; set; }

    [Input("colour")]
    public Input<Colour>? Colour { get; set; }

    [Input("code")]
    public Input<AssetOrArchive>? Code { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }

    [Input("other")]
    public Input<Resource>? Other { get; set; }

    public InputList<string> Names
    {
        get => _names ??= [];
        set => _names = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    public InputList<PartArgs> Parts
    {
        get => _parts ??= [];
        set => _parts = value;
    }
}

public sealed class PartArgs : ResourceArgs
{
    [Input("labels")]
    private InputList<string>? _labels;

    [Input("marks")]
    private InputMap<string>? _marks;

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("key")]
    public Input<string>? Key { get; set; }

    public InputList<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    public InputMap<string> Marks
    {
        get => _marks ??= [];
        set => _marks = value;
    }
}

[EnumType]
public readonly struct Colour : IEquatable<Colour>
{
    private readonly string _value;

    private Colour(string value) => _value = value;

    public static Colour Red { get; } = new("red");

    public static explicit operator string(Colour value) => value._value;

    public static bool operator ==(Colour left, Colour right) => left.Equals(right);

    public static bool operator !=(Colour left, Colour right) => !left.Equals(right);

    public bool Equals(Colour other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Colour other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);
}

public sealed class Thing : CustomResource
{
    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base("test:index:Thing", name, args ?? new ThingArgs(), options)
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("late")]
    public Output<string> Late { get; private set; } = null!;
}

public sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null, string type = "test:index:Group")
        : base(type, name, options)
    {
        Region = Output.Create("eu-west-1");
    }

    [Output("region")]
    public Output<string> Region { get; private set; }

    public Group Done()
    {
        RegisterOutputs();
        return this;
    }
}

public sealed class CloudArgs : ResourceArgs
{
    [Input("region")]
    public Input<string>? Region { get; set; }

    [Input("strict", json: true)]
    public Input<bool>? Strict { get; set; }

    [Input("defaultTags", json: true)]
    public Input<PartArgs>? DefaultTags { get; set; }
}

public sealed class CloudProvider : ProviderResource
{
    public CloudProvider(string name, CloudArgs? args = null, CustomResourceOptions? options = null)
        : base("test", name, args ?? new CloudArgs(), options)
    {
    }
}
