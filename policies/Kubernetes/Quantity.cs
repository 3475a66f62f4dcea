using System.Globalization;

namespace DrInfra.Policies.Kubernetes;

/// <summary>Amounts as Kubernetes writes them: <c>500m</c>, <c>1Gi</c>, <c>2</c>, <c>1e3</c>.</summary>
internal static class Quantity
{
    // Source: Kubernetes API reference, Quantity. Each is a thousand, or 1024, times the one before it.
    private static readonly string[] Decimal = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
    private static readonly string[] Binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    /// <summary>The amount, in cores or bytes; null where the property states none.</summary>
    public static decimal? Of(Prop amount)
    {
        if (amount.Text is not { Length: > 0 } text)
        {
            return null;
        }

        // The exponent of 1e3 is no unit.
        if (Number(text) is { } plain)
        {
            return plain;
        }

        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return Factor(text[end..]) is { } factor && Number(text[..end]) is { } number && Math.Abs(number) <= decimal.MaxValue / Math.Max(factor, 1)
            ? number * factor
            : null;
    }

    /// <summary>An amount for messages, without zeros at its end.</summary>
    public static string Text(decimal amount) => amount.ToString("0.###", CultureInfo.InvariantCulture);

    private static decimal? Factor(string unit) =>
        Array.IndexOf(Binary, unit) is var binary and > 0 ? Power(1024, binary)
        : Array.IndexOf(Decimal, unit) is var at and >= 0 ? Power(1000, at - Array.IndexOf(Decimal, ""))
        : null;

    private static decimal Power(decimal of, int exponent)
    {
        var product = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            product *= of;
        }

        return exponent < 0 ? 1 / product : product;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
