using System.Text;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// Where a value sits: member names, list items, and steps into a JSON document kept as text. Written
/// <c>tags.dr:role</c>, <c>replicas[eu-west-1].kmsKeyArn</c>, <c>policy{}.Statement[0]</c>.
/// </summary>
public sealed class PropertyPath
{
    private readonly IReadOnlyList<Step> _steps;

    private PropertyPath(IReadOnlyList<Step> steps) => _steps = steps;

    private enum StepKind
    {
        Member,
        Item,
        Document,
    }

    public static PropertyPath Empty { get; } = new([]);

    /// <summary>The name of the property that it is in; empty for the whole.</summary>
    public string Root => _steps.Count > 0 ? _steps[0].Name : string.Empty;

    /// <summary>A Pulumi property path.</summary>
    public static PropertyPath Of(string text) => new(Parse(text));

    public PropertyPath Member(string name) => With(new Step(StepKind.Member, name));

    /// <summary>A list item, by its index or by the key that identifies it.</summary>
    public PropertyPath Item(string key) => With(new Step(StepKind.Item, key));

    public PropertyPath Document() => With(new Step(StepKind.Document, string.Empty));

    /// <summary>
    /// Whether this path is, or lies under, what a pattern names. Patterns are Pulumi property paths
    /// (<c>tags</c>, <c>tags["a.b"]</c>, <c>rules[0].id</c>, <c>rules[*].id</c>, <c>*</c>). An item known by a key is
    /// matched by any index: which index it has differs between the two sides.
    /// </summary>
    public bool IsUnder(string pattern)
    {
        var wanted = Parse(pattern);
        return wanted.Count <= _steps.Count && !wanted.Where((step, index) => !Matches(step, _steps[index])).Any();
    }

    /// <summary>Whether a pattern names exactly this place.</summary>
    public bool Is(string pattern) => Parse(pattern).Count == _steps.Count && IsUnder(pattern);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in _steps)
        {
            switch (step.Kind)
            {
                case StepKind.Document:
                    text.Append("{}");
                    break;
                case StepKind.Item:
                    text.Append('[').Append(step.Name).Append(']');
                    break;
                case StepKind.Member when step.Name.AsSpan().IndexOfAny(".[]\"") >= 0:
                    text.Append("[\"").Append(step.Name.Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"]");
                    break;
                case StepKind.Member:
                    text.Append(text.Length == 0 ? string.Empty : ".").Append(step.Name);
                    break;
                default:
                    throw new NotSupportedException($"A step of kind {step.Kind} has no form in text.");
            }
        }

        return text.ToString();
    }

    private PropertyPath With(Step step) => new([.. _steps, step]);

    private static bool Matches(Step wanted, Step actual)
    {
        if (wanted.Name == "*" && actual.Kind != StepKind.Document)
        {
            return true;
        }

        return wanted.Kind == actual.Kind
            && (wanted.Name == actual.Name || (wanted.Kind == StepKind.Item && IsIndex(wanted.Name) && !IsIndex(actual.Name)));
    }

    private static bool IsIndex(string name) => name.Length > 0 && name.All(char.IsAsciiDigit);

    private static List<Step> Parse(string pattern)
    {
        var steps = new List<Step>();
        var position = 0;
        while (position < pattern.Length)
        {
            if (pattern[position] == '[')
            {
                var end = pattern.IndexOf(']', position);
                if (pattern.AsSpan(position).StartsWith("[\"") && pattern.IndexOf("\"]", position + 2, StringComparison.Ordinal) is var quoted and > 0)
                {
                    steps.Add(new Step(StepKind.Member, pattern[(position + 2)..quoted].Replace("\\\"", "\"", StringComparison.Ordinal)));
                    position = quoted + 2;
                    continue;
                }

                end = end < 0 ? pattern.Length : end;
                steps.Add(new Step(StepKind.Item, pattern[(position + 1)..end]));
                position = end + 1;
            }
            else if (pattern[position] == '.')
            {
                position++;
            }
            else
            {
                var end = pattern.AsSpan(position).IndexOfAny('.', '[');
                end = end < 0 ? pattern.Length : position + end;
                steps.Add(new Step(StepKind.Member, pattern[position..end]));
                position = end;
            }
        }

        return steps;
    }

    private sealed record Step(StepKind Kind, string Name);
}
