namespace Pulumi;

/// <summary>An input seen without its type.</summary>
internal interface IInput
{
    /// <summary>The value, where the input was made from one and not from an output.</summary>
    bool TryGetPlain(out object? value);

    IOutput ToUntypedOutput();
}
