using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

public sealed class FindArgs : InvokeArgs
{
    public const string Token = "test:index:find";

    [Input("filter")]
    public Input<string>? Filter { get; set; }

    [Input("limit")]
    public int? Limit { get; set; }
}
