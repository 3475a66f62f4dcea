using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

public sealed class NeedyThingArgs : ResourceArgs
{
    [Input("length", required: true)]
    public Input<int> Length { get; set; } = null!;
}
