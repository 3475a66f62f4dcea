namespace DrInfra.Policies.Graph;

public sealed record BoolValue : PropertyValue
{
    internal static readonly BoolValue True = new(true);
    internal static readonly BoolValue False = new(false);

    private BoolValue(bool value) => Value = value;

    public bool Value { get; }
}
