using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

public sealed class PartArgs : ResourceArgs
{
    [Input("innerName")]
    public Input<string>? InnerName { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }
}
