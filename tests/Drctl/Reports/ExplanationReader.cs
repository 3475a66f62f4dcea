using System.Globalization;
using System.Text.RegularExpressions;

namespace DrInfra.Tests.Drctl.Reports;

/// <summary>
/// Reads an explanation as a person would, and does every sum again: with an arithmetic of its own, so that a mistake in the one
/// that is checked shows.
/// </summary>
internal static partial class ExplanationReader
{
    private static readonly string[] Strength = ["none", "enforced", "limit", "sla", "evidence", "alarm", "assumption", "unbounded", "unknown"];

    [GeneratedRegex(@"^(?<indent> *)(?<word>leaf|sum|max|min|times|over|bounded) (?<label>.*) = (?<figure>.+) \[(?<basis>[a-z]+)\]$")]
    private static partial Regex NodeLine { get; }

    [GeneratedRegex(@"^ *from (fact|property|assumption|evidence|promise|definition|cause) (?<reference>.+)$")]
    private static partial Regex SourceLine { get; }

    [GeneratedRegex(@"^(?<typical>.+) typical, (?<worst>.+) worst$")]
    private static partial Regex TwoValues { get; }

    [GeneratedRegex(@"^(?:(?<exact>[0-9.E+-]+) (?<unit>s|x|GB|GB/s)|(?:about )?[0-9a-z. ]+ \((?<exact>[0-9.E+-]+) s\))$")]
    private static partial Regex Value { get; }

    /// <summary>The trees in a text, each with its nodes.</summary>
    public static IReadOnlyList<Node> Trees(string text)
    {
        var trees = new List<Node>();
        var open = new Stack<Node>();
        foreach (var line in text.Split('\n'))
        {
            if (NodeLine.Match(line) is { Success: true } match)
            {
                var node = Read(match);
                while (open.Count > 0 && open.Peek().Indent >= node.Indent)
                {
                    open.Pop();
                }

                if (open.Count > 0)
                {
                    open.Peek().Parts.Add(node);
                }
                else
                {
                    trees.Add(node);
                }

                open.Push(node);
            }
            else if (SourceLine.Match(line) is { Success: true } source)
            {
                open.Peek().Sources.Add(source.Groups["reference"].Value);
            }
            else
            {
                open.Clear();
            }
        }

        return trees;
    }

    /// <summary>What is wrong with a tree: a figure that its parts do not give, a leaf without a source; empty = nothing.</summary>
    public static IEnumerable<string> Mistakes(Node node)
    {
        if (node.Word == "leaf")
        {
            return node.Parts.Count == 0 && node.Sources.Count > 0 ? [] : [$"{node.Label}: a leaf has a source and no parts"];
        }

        var (typical, worst, basis) = Recomputed(node);
        var own = Same(typical, node.Typical) && Same(worst, node.Worst) && basis == node.Basis
            ? Array.Empty<string>()
            : [$"{node.Label}: {node.Word} gives {typical} / {worst} {basis}, printed is {node.Typical} / {node.Worst} {node.Basis}"];
        return own.Concat(node.Parts.SelectMany(Mistakes));
    }

    private static (double? Typical, double? Worst, string Basis) Recomputed(Node node) => node.Word switch
    {
        "sum" => node.Parts.Aggregate((Typical: (double?)0, Worst: (double?)0, Basis: "none"), (sum, part) =>
            Pair(sum, Of(part), (a, b) => a + b, (_, _) => Weaker(sum.Basis, part.Basis))),
        "max" => node.Parts.Aggregate((Typical: (double?)0, Worst: (double?)0, Basis: "none"), (longest, part) =>
            Pair(longest, Of(part), Math.Max, (_, _) => Weaker(longest.Basis, part.Basis))),
        "min" => Shortest([.. node.Parts.Select(Of)]),
        "times" => Product(node),
        "over" => Quotient(node),
        _ => Bounded(Of(node.Parts[0]), Of(node.Parts[1])),
    };

    private static (double? Typical, double? Worst, string Basis) Of(Node node) => (node.Typical, node.Worst, node.Basis);

    private static (double? Typical, double? Worst, string Basis) Pair(
        (double? Typical, double? Worst, string Basis) first,
        (double? Typical, double? Worst, string Basis) second,
        Func<double, double, double> combine,
        Func<double, double, string> basis)
    {
        if (first.Worst is double.PositiveInfinity || second.Worst is double.PositiveInfinity)
        {
            return (first.Worst is null || second.Worst is null ? double.PositiveInfinity : combine(first.Typical!.Value, second.Typical!.Value),
                double.PositiveInfinity, "unbounded");
        }

        return first.Worst is { } one && second.Worst is { } two
            ? (combine(first.Typical!.Value, second.Typical!.Value), combine(one, two), basis(one, two))
            : (null, null, "unknown");
    }

    // What is unknown cannot make the shortest longer; where nothing else ends, it decides, and is not known.
    private static (double? Typical, double? Worst, string Basis) Shortest((double? Typical, double? Worst, string Basis)[] parts)
    {
        var typical = parts.Min(part => part.Typical) ?? double.PositiveInfinity;
        var ends = parts.Where(part => part.Worst is < double.PositiveInfinity).ToList();
        if (ends.Count == 0)
        {
            return parts.Any(part => part.Worst is null)
                ? (double.IsPositiveInfinity(typical) ? null : typical, null, "unknown")
                : (typical, double.PositiveInfinity, "unbounded");
        }

        var worst = ends.Min(part => part.Worst);
        return (typical, worst, ends.Where(part => part.Worst == worst).MinBy(part => Array.IndexOf(Strength, part.Basis)).Basis);
    }

    private static (double? Typical, double? Worst, string Basis) Product(Node node)
    {
        var (first, second) = (Of(node.Parts[0]), Of(node.Parts[1]));
        return IsNought(first) ? first : IsNought(second) ? second : Combined(first, second, (a, b) => a == 0 || b == 0 ? 0 : a * b);
    }

    // A rate that nothing bounds can be nought.
    private static (double? Typical, double? Worst, string Basis) Quotient(Node node)
    {
        var (amount, rate) = (Of(node.Parts[0]), Of(node.Parts[1]));
        var slowest = rate.Worst is double.PositiveInfinity ? (rate.Typical is double.PositiveInfinity ? 0 : rate.Typical, 0, "unbounded") : rate;
        return IsNought(amount) ? amount : Combined(amount, slowest, (a, b) => a == 0 ? 0 : double.IsPositiveInfinity(a) ? a : a / b);
    }

    private static bool IsNought((double? Typical, double? Worst, string Basis) figure) => figure is { Typical: 0, Worst: 0 };

    private static (double? Typical, double? Worst, string Basis) Combined(
        (double? Typical, double? Worst, string Basis) first, (double? Typical, double? Worst, string Basis) second, Func<double, double, double> combine)
    {
        if (first.Worst is null || second.Worst is null)
        {
            return (null, null, "unknown");
        }

        var worst = combine(first.Worst.Value, second.Worst.Value);
        return (combine(first.Typical!.Value, second.Typical!.Value), worst,
            double.IsPositiveInfinity(worst) ? "unbounded" : Weaker(first.Basis, second.Basis));
    }

    private static (double? Typical, double? Worst, string Basis) Bounded(
        (double? Typical, double? Worst, string Basis) usual, (double? Typical, double? Worst, string Basis) bound)
    {
        if (usual.Typical is not { } typical || bound.Worst is not { } worst)
        {
            return (null, null, "unknown");
        }

        var longest = Math.Max(worst, typical);
        return (typical, longest, double.IsPositiveInfinity(longest) ? "unbounded" : bound.Basis);
    }

    private static string Weaker(string first, string second) => Strength[Math.Max(Array.IndexOf(Strength, first), Array.IndexOf(Strength, second))];

    private static bool Same(double? first, double? second) =>
        first == second || (first is { } a && second is { } b && Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b)));

    private static Node Read(Match match)
    {
        var figure = match.Groups["figure"].Value;
        var two = TwoValues.Match(figure);
        return new Node(
            match.Groups["indent"].Length,
            match.Groups["word"].Value,
            match.Groups["label"].Value,
            Number(two.Success ? two.Groups["typical"].Value : figure),
            Number(two.Success ? two.Groups["worst"].Value : figure),
            match.Groups["basis"].Value,
            [],
            []);
    }

    private static double? Number(string text) => text switch
    {
        "unknown" => null,
        "unbounded" => double.PositiveInfinity,
        _ => double.Parse(
            Value.Match(text) is { Success: true } value ? value.Groups["exact"].Value : throw new FormatException($"'{text}' is no value"),
            CultureInfo.InvariantCulture),
    };

    public sealed record Node(int Indent, string Word, string Label, double? Typical, double? Worst, string Basis, List<Node> Parts, List<string> Sources);
}
