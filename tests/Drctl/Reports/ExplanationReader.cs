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

    [GeneratedRegex(@"^ *from (fact|property|assumption|evidence|promise|definition) (?<reference>.+)$")]
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
            Pair(longest, Of(part), Math.Max, (a, b) => a == b ? Weaker(longest.Basis, part.Basis) : a > b ? longest.Basis : part.Basis)),
        "min" => node.Parts.Select(Of).Aggregate((Typical: (double?)double.PositiveInfinity, Worst: (double?)double.PositiveInfinity, Basis: "unbounded"), Shorter),
        "times" => Product(node, (a, b) => a * b),
        "over" => Product(node, (a, b) => a == 0 ? 0 : a / b),
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
            return (first.Typical is { } a && second.Typical is { } b ? combine(a, b) : double.PositiveInfinity, double.PositiveInfinity, "unbounded");
        }

        return first.Worst is { } one && second.Worst is { } two
            ? (combine(first.Typical!.Value, second.Typical!.Value), combine(one, two), basis(one, two))
            : (null, null, "unknown");
    }

    private static (double? Typical, double? Worst, string Basis) Shorter(
        (double? Typical, double? Worst, string Basis) first, (double? Typical, double? Worst, string Basis) second)
    {
        if (first.Worst is null || second.Worst is null)
        {
            var known = first.Worst is null ? second : first;
            return known.Worst is null or double.PositiveInfinity ? (null, null, "unknown") : known;
        }

        var typical = Math.Min(first.Typical!.Value, second.Typical!.Value);
        if (first.Worst == second.Worst)
        {
            return (typical, first.Worst, Weaker(first.Basis, second.Basis) == first.Basis ? second.Basis : first.Basis);
        }

        var shorter = first.Worst < second.Worst ? first : second;
        return (typical, shorter.Worst, shorter.Basis);
    }

    private static (double? Typical, double? Worst, string Basis) Product(Node node, Func<double, double, double> combine)
    {
        var (first, second) = (node.Parts[0], node.Parts[1]);
        if (first.Worst is null || second.Worst is null)
        {
            return (null, null, "unknown");
        }

        var worst = combine(first.Worst.Value, second.Worst.Value);
        return (combine(first.Typical!.Value, second.Typical!.Value), worst, double.IsPositiveInfinity(worst) ? "unbounded" : Weaker(first.Basis, second.Basis));
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
            Value.Match(text) is { Success: true } value ? value.Groups["exact"].Value : throw new FormatException($"'{text}' is no value"), CultureInfo.InvariantCulture),
    };

    public sealed record Node(int Indent, string Word, string Label, double? Typical, double? Worst, string Basis, List<Node> Parts, List<string> Sources);
}
