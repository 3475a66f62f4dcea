using System.Collections.Immutable;
using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

[OutputType]
public sealed class FindResult
{
    public readonly ImmutableArray<string> Ids;
    public readonly double Total;

    [OutputConstructor]
    private FindResult(ImmutableArray<string> ids, double total)
    {
        Ids = ids;
        Total = total;
    }
}
