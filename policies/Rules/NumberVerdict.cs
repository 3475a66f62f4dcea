using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules;

/// <summary>The verdict on a number that must be high enough.</summary>
internal static class NumberVerdict
{
    public static Verdict AtLeast(StatedNumber number, double wanted, string what, string unit) => AtLeast(number.Property, wanted, number.Default, what, unit);

    /// <param name="serviceDefault">What holds where the program says nothing.</param>
    /// <param name="what">The thing, at the start of the message: <c>retention</c>.</param>
    /// <param name="unit">In the plural, with a space before it: <c> days</c>; empty for a count.</param>
    public static Verdict AtLeast(Prop number, double wanted, double serviceDefault, string what, string unit)
    {
        if (number.IsUnknown)
        {
            return Verdict.Unknown(number.Path);
        }

        var found = number.Number ?? serviceDefault;
        return found >= wanted ? Verdict.Compliant : Verdict.Violation($"{what} is {found}{unit}, {wanted} needed", number.Path);
    }
}
