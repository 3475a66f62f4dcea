namespace DrInfra.Policies.Aws;

/// <summary>A number that a resource states, or the service's own where it states none.</summary>
/// <param name="Default">What holds where nothing is stated.</param>
internal readonly record struct StatedNumber(Prop Property, double Default)
{
    public bool IsUnknown => Property.IsUnknown;

    public bool IsDefault => !Property.IsStated();

    public double Value => Property.Number ?? Default;
}
