using System.Buffers;

namespace DrInfra.Drctl.Export;

/// <summary>
/// The outputs that one property was made from, and where they stand in its texts. The time is linear in the text's length:
/// a dashboard names thousands of resources.
/// </summary>
internal sealed class OutputScope
{
    public static readonly OutputScope Nothing = new([]);

    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private readonly Dictionary<string, KnownOutput> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownOutput> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownOutput> _parts = new(StringComparer.Ordinal);
    private readonly int[] _lengths;

    public OutputScope(IEnumerable<KnownOutput> outputs)
    {
        foreach (var output in outputs)
        {
            if (output.OnlyWhole)
            {
                _numbers.TryAdd(output.Value, output);
                continue;
            }

            _whole.TryAdd(output.Value, output);
            if (output.InsideTexts)
            {
                _parts.TryAdd(output.Value, output);
            }
        }

        _lengths = [.. _parts.Keys.Select(value => value.Length).Distinct().OrderDescending()];
    }

    /// <summary>The text in pieces: literal ones, and ones that are an output's value.</summary>
    public IEnumerable<(string Text, KnownOutput? Output)> Split(string text)
    {
        if (_whole.TryGetValue(text, out var whole) || _numbers.TryGetValue(text, out whole))
        {
            return [(text, whole)];
        }

        return _lengths.Length == 0 ? [(text, null)] : SplitParts(text);
    }

    private List<(string Text, KnownOutput? Output)> SplitParts(string text)
    {
        var pieces = new List<(string Text, KnownOutput? Output)>();
        var literal = 0;
        for (var at = 0; at < text.Length;)
        {
            if (At(text, at) is not { } output)
            {
                at++;
                continue;
            }

            if (at > literal)
            {
                pieces.Add((text[literal..at], null));
            }

            pieces.Add((output.Value, output));
            at += output.Value.Length;
            literal = at;
        }

        if (literal < text.Length || pieces.Count == 0)
        {
            pieces.Add((text[literal..], null));
        }

        return pieces;
    }

    /// <summary>The longest output that stands here as whole words: a bucket is not named by the beginning of another one's name.</summary>
    private KnownOutput? At(string text, int at)
    {
        if (at > 0 && WordCharacters.Contains(text[at - 1]) && WordCharacters.Contains(text[at]))
        {
            return null;
        }

        var byValue = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _lengths)
        {
            var end = at + length;
            if (end <= text.Length
                && (end == text.Length || !WordCharacters.Contains(text[end]) || !WordCharacters.Contains(text[end - 1]))
                && byValue.TryGetValue(text.AsSpan(at, length), out var output))
            {
                return output;
            }
        }

        return null;
    }
}
