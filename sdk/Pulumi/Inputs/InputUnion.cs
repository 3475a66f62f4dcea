namespace Pulumi;

/// <summary>An input of one of two types.</summary>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    public InputUnion() : base(default(Union<T0, T1>))
    {
    }

    private InputUnion(Union<T0, T1> value) : base(value)
    {
    }

    private InputUnion(Output<Union<T0, T1>> output) : base(output)
    {
    }

    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(value);
    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Union<T0, T1>.FromT0(value));
    public static implicit operator InputUnion<T0, T1>(T1 value) => new(Union<T0, T1>.FromT1(value));

    public static implicit operator InputUnion<T0, T1>(Input<T0> value) =>
        value.TryGetValue(out var plain) ? (InputUnion<T0, T1>)Union<T0, T1>.FromT0(plain) : value.AsOutput();

    public static implicit operator InputUnion<T0, T1>(Input<T1> value) =>
        value.TryGetValue(out var plain) ? (InputUnion<T0, T1>)Union<T0, T1>.FromT1(plain) : value.AsOutput();

    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new(value);
    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.Apply(v => Union<T0, T1>.FromT0(v)));
    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.Apply(v => Union<T0, T1>.FromT1(v)));
}
