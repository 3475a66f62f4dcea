namespace Pulumi;

/// <summary>A value that is given as it is or as an output.</summary>
public class Input<T> : IInput
{
    private readonly T _value;
    private readonly Output<T>? _output;

    private protected Input(T value) => _value = value;

    private protected Input(Output<T> output)
    {
        _value = default!;
        _output = output;
    }

    public static implicit operator Input<T>(T value) => new(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.AsOutput();

    bool IInput.TryGetPlain(out object? value)
    {
        var found = TryGetValue(out var typed);
        value = typed;
        return found;
    }

    IOutput IInput.ToUntypedOutput() => AsOutput();

    internal virtual Output<T> AsOutput() => _output ?? Output.Create(_value);

    /// <summary>The value, where the input was made from one and not from an output.</summary>
    internal virtual bool TryGetValue(out T value)
    {
        value = _value;
        return _output is null;
    }
}
