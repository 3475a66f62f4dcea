using System.Globalization;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Drctl.Reports;

/// <summary>Figures for people. A duration is never shown shorter than it is: what is left out is rounded up.</summary>
public static class FigureText
{
    public const string Unbounded = "unbounded";

    public const string Unknown = "unknown";

    // Dust of floating-point sums is no second more.
    private const double Dust = 1e-6;

    private const double Hour = 3600;

    private const double Longest = 3650 * 24 * Hour;

    /// <summary>Short: tenths below ten seconds, seconds below an hour, else minutes.</summary>
    public static string Duration(double? seconds) => seconds switch
    {
        null => Unknown,
        double.PositiveInfinity => Unbounded,
        > Longest => "over 3650d",
        < 10 and var few when Math.Abs(few - Math.Round(few)) > Dust =>
            (Math.Ceiling(few * 10 - Dust) / 10).ToString("0.0", CultureInfo.InvariantCulture) + "s",
        < Hour => DurationText.Format(TimeSpan.FromSeconds(Math.Ceiling(seconds.Value - Dust))),
        _ => DurationText.Format(TimeSpan.FromMinutes(Math.Ceiling((seconds.Value - Dust) / 60))),
    };

    /// <summary>A duration, or an amount in its unit.</summary>
    public static string Value(double? value, string unit) =>
        unit == "s" || value is null or double.PositiveInfinity ? Duration(value) : $"{Number(value.Value)} {unit}";

    /// <summary><c>1s / 20s enforced</c>: typical, worst, and what the worst rests on, where that says more.</summary>
    public static string Of(Figure figure) =>
        figure == Figure.None
            ? "-"
            : figure.Typical is null && figure.IsUnknown ? Unknown : $"{Duration(figure.Typical)} / {Duration(figure.Worst)}{BasisOf(figure, " ")}";

    /// <summary>The basis; nothing where the worst says it already.</summary>
    public static string BasisOf(Figure figure, string before = "") =>
        figure.Basis is Basis.Unbounded or Basis.Unknown or Basis.None ? string.Empty : before + figure.Basis.Text();

    /// <summary>Every digit, so that it reads back as the same number.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
