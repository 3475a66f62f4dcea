using System.Globalization;
using DrInfra.Recovery.Figures;

namespace DrInfra.Recovery.Facts;

/// <summary>A figure from outside, with where it can be read.</summary>
/// <param name="Id">Its name in derivations and reports, as in <c>s3-rtc-sla</c>.</param>
/// <param name="Component">The service or part it is about.</param>
/// <param name="Quantity">What is measured.</param>
/// <param name="Number">The figure, in <paramref name="Unit"/>; null where the source gives a range or words.</param>
/// <param name="Minimum">Lower end of a range, in <paramref name="Unit"/>.</param>
/// <param name="Maximum">Upper end of a range, in <paramref name="Unit"/>.</param>
/// <param name="Words">What the source says without a figure, or the values of a list; <c>yes</c> or <c>no</c> for a flag.</param>
/// <param name="Unit">Of the three figures.</param>
/// <param name="Conditions">When it holds; empty where nothing was to be said.</param>
/// <param name="SourceUrl">Where it is written.</param>
/// <param name="SourceTitle">What is written there.</param>
/// <param name="Doubtful">Quoted by somebody else than its author, or contradicted: for reports, marked so; never for a gate.</param>
public sealed record Fact(
    string Id,
    string Component,
    string Quantity,
    double? Number,
    double? Minimum,
    double? Maximum,
    IReadOnlyList<string> Words,
    string Unit,
    FactKind Kind,
    string Conditions,
    string SourceUrl,
    string SourceTitle,
    bool Doubtful)
{
    /// <summary>A duration in seconds: the figure, or the upper end of a range; null for anything else than a duration.</summary>
    public double? Seconds => (Number ?? Maximum) * SecondsOfUnit(Unit);

    /// <summary>Whether the figure bounds a worst case.</summary>
    public bool Bounds => !Doubtful && Kind is FactKind.Sla or FactKind.Limit or FactKind.DocumentedMax;

    /// <summary>
    /// The duration, as far as this kind of fact goes: an SLA, a limit and a documented maximum are the worst too; what is
    /// documented as usual, set by default, supposed or doubtful is the typical alone; allowed values tell no duration.
    /// </summary>
    /// <exception cref="InvalidOperationException">The fact is no duration.</exception>
    public Figure ToFigure()
    {
        if (Seconds is not { } seconds)
        {
            throw new InvalidOperationException($"the fact '{Id}' is no duration: its unit is '{Unit}' and its figure '{Value}'");
        }

        if (Kind == FactKind.AllowedValues)
        {
            return Figure.Never;
        }

        return Bounds ? Figure.Exactly(seconds, Kind == FactKind.Sla ? Basis.Sla : Basis.Limit) : Figure.Typically(seconds);
    }

    /// <summary>The fact as the source of a figure.</summary>
    public Source ToSource() => new(SourceKind.Fact, Id, Link: SourceUrl);

    /// <summary>The value as text, without its unit: a figure, a range, or words.</summary>
    public string Value => (Number, Minimum, Maximum) switch
    {
        ({ } number, _, { } most) => $"{Text(number)}, at most {Text(most)}",
        ({ } number, _, _) => Text(number),
        (_, { } least, { } most) when Words.Count == 0 => $"{Text(least)} to {Text(most)}",
        _ => string.Join(", ", Words),
    };

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static double? SecondsOfUnit(string unit) => unit switch
    {
        "seconds" => 1,
        "minutes" => UnitsOfTime.Minute,
        "hours" => UnitsOfTime.Hour,
        "days" => UnitsOfTime.Day,
        _ => null,
    };
}
