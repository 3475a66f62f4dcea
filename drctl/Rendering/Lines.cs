using Spectre.Console;

namespace DrInfra.Drctl.Rendering;

/// <summary>Plain lines with a hanging indent.</summary>
internal static class Lines
{
    /// <summary>A blank at which no line ends.</summary>
    public const char NoBreak = '\u00A0';

    private const int LabelWidth = 13;

    /// <summary>A label and its value, under the header of a stack.</summary>
    public static void Field(IAnsiConsole console, string label, string value) => Hanging(console, $"  {label.PadRight(LabelWidth)}", value);

    public static void Wrapped(IAnsiConsole console, string indent, string text) => Hanging(console, indent, text);

    /// <summary>The text after a first part, wrapped between words, the next lines under its beginning.</summary>
    public static void Hanging(IAnsiConsole console, string first, string text, Style? style = null)
    {
        var width = Math.Max(console.Profile.Width - first.Length, 20);
        var start = first;
        foreach (var line in Wrap(text, width))
        {
            console.Write(new Text(start + line.Replace(NoBreak, ' ') + "\n", style));
            start = new string(' ', first.Length);
        }
    }

    /// <summary>A line that is never broken.</summary>
    public static void Whole(IAnsiConsole console, string text)
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, text.Length + 1);
        console.Write(new Text(text + "\n"));
        console.Profile.Width = width;
    }

    internal static IEnumerable<string> Wrap(string text, int width)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' ').SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    private static IEnumerable<string> Pieces(string word, int width) =>
        word.Length <= width ? [word] : word.Chunk(width).Select(piece => new string(piece));
}
