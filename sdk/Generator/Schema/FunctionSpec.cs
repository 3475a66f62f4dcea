namespace DrInfra.SdkGenerator.Schema;

/// <summary>A provider function (a look-up): plain arguments in, one result object out.</summary>
internal sealed record FunctionSpec(string Token, string Module, string Name)
{
    internal IReadOnlyList<Property> Args { get; init; } = [];

    internal IReadOnlyList<Property> Result { get; init; } = [];
}
