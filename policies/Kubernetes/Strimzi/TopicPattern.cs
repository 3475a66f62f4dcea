using System.Text.RegularExpressions;

namespace DrInfra.Policies.Kubernetes.Strimzi;

/// <summary>A regular expression that must match the whole name of a topic, as replicators of Kafka state them.</summary>
internal sealed class TopicPattern
{
    // Patterns that take every name.
    private static readonly string[] Everything = [".*", ".+", "*"];

    // What holds the replicators' own records, and those of Kafka: no application reads it.
    private static readonly string[] InternalStarts = ["__", "mm2", "mirrormaker2"];
    private static readonly string[] InternalEnds = ["internal", ".replica", "heartbeats"];

    // What stands for more than one name.
    private const string Signs = "[](){}+?";

    private readonly Regex? _regex;

    public TopicPattern(string text)
    {
        Text = text.Trim();
        try
        {
            _regex = Text == "*" ? new Regex("", RegexOptions.NonBacktracking)
                : new Regex($"^(?:{Text})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            _regex = null;
        }
    }

    public string Text { get; }

    public bool TakesAll => Everything.Contains(Text, StringComparer.Ordinal);

    /// <summary>Whether it is about topics that no application reads.</summary>
    public bool IsInternal => Array.Exists(InternalStarts, start => Text.StartsWith(start, StringComparison.Ordinal))
        || Array.Exists(InternalEnds, end => Text.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Null where the expression is none that can be followed here.</summary>
    public bool? Takes(string topic) => _regex?.IsMatch(topic);

    /// <summary>
    /// Some names that it takes, where it is made of letters, dots and wildcards; null for another expression.
    /// </summary>
    /// <param name="wild">What wildcards are filled with.</param>
    public IReadOnlyList<string>? Examples(string wild)
    {
        var found = new List<string>();
        foreach (var part in Text.Split('|'))
        {
            var plain = part.Trim('^', '$', '(', ')').Replace(".*", wild, StringComparison.Ordinal).Replace(".+", wild, StringComparison.Ordinal)
                .Replace("*", wild, StringComparison.Ordinal).Replace("[-.]", ".", StringComparison.Ordinal).Replace(@"[\-\.]", ".", StringComparison.Ordinal)
                .Replace(@"\", "", StringComparison.Ordinal);
            if (plain.Any(Signs.Contains))
            {
                return null;
            }

            found.Add(plain);
        }

        return found;
    }

    public override string ToString() => Text;
}
