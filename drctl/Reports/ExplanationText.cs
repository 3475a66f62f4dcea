using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>
/// How a workload's figures came about, to be checked by hand. One line per node of the derivation, its parts two blanks further in:
/// <code>
/// operation label = figure [basis]
/// </code>
/// The operation is <c>leaf</c>, <c>sum</c>, <c>max</c>, <c>min</c>, <c>times</c>, <c>over</c> or <c>bounded</c>. The figure is one
/// value, or <c>value typical, value worst</c>. A value is <c>unbounded</c>, <c>unknown</c>, a number with its unit, or a duration for
/// people with the exact seconds behind it: <c>140 min (8400 s)</c>. Under a leaf, one line per source: <c>from kind reference</c>,
/// then <c>of urn</c> and the link where there are any. A line is never wrapped.
/// </summary>
public static class ExplanationText
{
    private const string Step = "  ";

    private const double LongestInMinutes = 600 * 60;

    private static readonly string[] Legend =
    [
        "How to verify it: sum adds its parts; max is the longest; min is the shortest known; times is",
        "the first part times the second; over is the first over the second; bounded is typical of the first",
        "part and worst of the second. A leaf comes from its source. The basis of sum and max is the weakest of",
        "their parts; otherwise it is the basis of the chosen part.",
    ];

    public static string Render(IReadOnlyList<Outcome> outcomes)
    {
        var lines = new List<string>();
        foreach (var outcome in outcomes)
        {
            lines.Add($"{outcome.Subject}, {outcome.Disruption.Text()}: {outcome.Verdict}, {OneLine(outcome.Because)}");
            lines.Add($"{Step}promised by {OneLine(outcome.ObjectiveSource)}");
            Add(lines, "RPO", outcome.Objective.Rpo, outcome.RpoVerdict, outcome.Rpo);
            Add(lines, "RTO", outcome.Objective.Rto, outcome.RtoVerdict, outcome.Rto);
            lines.Add(string.Empty);
        }

        lines.AddRange(Legend);
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>One tree, without its heading.</summary>
    public static IEnumerable<string> Tree(Derivation node, string indent = "")
    {
        yield return $"{indent}{Word(node.Operation)} {OneLine(node.Label)} = {Text(node.Figure, node.Unit)} [{node.Figure.Basis.Text()}]";
        foreach (var source in node.Sources)
        {
            yield return $"{indent}{Step}from {Text(source)}";
        }

        foreach (var line in node.Parts.SelectMany(part => Tree(part, indent + Step)))
        {
            yield return line;
        }
    }

    private static void Add(List<string> lines, string name, TimeSpan? promised, ObjectiveVerdict verdict, Derivation figure)
    {
        lines.Add($"{Step}{name} promised {Objective.Text(promised)}: {verdict}");
        lines.AddRange(Tree(figure, Step + Step));
    }

    private static string Text(Source source)
    {
        var of = source.Urn is { } urn ? $" of {urn}" : string.Empty;
        var link = source.Link is { } address ? $" <{address}>" : string.Empty;
        return $"{source.Kind.ToString().ToLowerInvariant()} {OneLine(source.Reference)}{of}{link}";
    }

    private static string Text(Figure figure, string unit) => Nullable.Equals(figure.Typical, figure.Worst)
        ? Text(figure.Worst, unit)
        : $"{Text(figure.Typical, unit)} typical, {Text(figure.Worst, unit)} worst";

    private static string Text(double? value, string unit) => value switch
    {
        null => FigureText.Unknown,
        double.PositiveInfinity => FigureText.Unbounded,
        _ when unit != "s" => $"{FigureText.Number(value.Value)} {unit}",
        < 120 => $"{FigureText.Number(value.Value)} s",
        <= LongestInMinutes when value % 60 == 0 => $"{FigureText.Number(value.Value / 60)} min ({FigureText.Number(value.Value)} s)",
        _ when value % 3600 == 0 => $"{FigureText.Number(value.Value / 3600)} h ({FigureText.Number(value.Value)} s)",
        _ => $"{(value % 60 == 0 || (value % 1 == 0 && value < 3600) ? string.Empty : "about ")}{FigureText.Duration(value)} "
            + $"({FigureText.Number(value.Value)} s)",
    };

    private static string Word(Operation operation) => operation.ToString().ToLowerInvariant();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
