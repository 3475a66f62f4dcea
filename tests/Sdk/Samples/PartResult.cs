using Pulumi;

namespace DrInfra.Tests.Sdk.Samples;

[OutputType]
public sealed class PartResult
{
    public readonly string InnerName;
    public readonly int? Size;

    [OutputConstructor]
    private PartResult([OutputConstructorParameter("innerName")] string label, int? size)
    {
        InnerName = label;
        Size = size;
    }
}
