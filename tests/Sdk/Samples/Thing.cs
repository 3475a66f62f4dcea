using System.Collections.Immutable;
using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

[SampleType(TypeToken)]
public class Thing : CustomResource
{
    public const string TypeToken = "test:index:Thing";

    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base(TypeToken, name, args ?? new ThingArgs(), options)
    {
    }

    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("ratio")]
    public Output<double> Ratio { get; private set; } = null!;

    [Output("flag")]
    public Output<bool?> Flag { get; private set; } = null!;

    [Output("items")]
    public Output<ImmutableArray<string>> Items { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("part")]
    public Output<PartResult?> Part { get; private set; } = null!;

    [Output("parts")]
    public Output<ImmutableArray<PartResult>> Parts { get; private set; } = null!;

    [Output("mode")]
    public Output<Mode?> Mode { get; private set; } = null!;

    [Output("port")]
    public Output<Union<int, string>> Port { get; private set; } = null!;

    [Output("raw")]
    public Output<object> Raw { get; private set; } = null!;

    [Output("content")]
    public Output<AssetOrArchive?> Content { get; private set; } = null!;

    public static Thing Get(string name, Input<string> id, ThingArgs? state = null, CustomResourceOptions? options = null) =>
        new(name, state, CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = id }));
}
