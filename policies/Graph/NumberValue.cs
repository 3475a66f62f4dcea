namespace DrInfra.Policies.Graph;

/// <summary>Every number is a double, as on Pulumi's wire.</summary>
public sealed record NumberValue : PropertyValue
{
    private static readonly NumberValue[] Small = [.. Enumerable.Range(0, 129).Select(number => new NumberValue(number))];

    private NumberValue(double value) => Value = value;

    public double Value { get; }

    /// <exception cref="ArgumentOutOfRangeException">The number is not finite: JSON has no word for it.</exception>
    internal static new NumberValue Of(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A property holds finite numbers only.");
        }

        // Adding zero turns -0 into 0, so that equal numbers are written the same.
        value += 0.0;
        return value >= 0 && value < Small.Length && value == Math.Floor(value) ? Small[(int)value] : new NumberValue(value);
    }
}
