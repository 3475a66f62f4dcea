namespace DrInfra.Drctl.Rendering;

/// <summary>
/// Where text for people goes. Redirected, it is 120 columns wide, has no colour, and depends on nothing but what is printed. A person
/// gets the terminal's width, at least 60 columns, and colour, unless NO_COLOR is set or TERM is missing or dumb.
/// </summary>
public sealed class Screen
{
    /// <summary>Columns of redirected output.</summary>
    public const int RedirectedWidth = 120;

    /// <summary>A blank at which no line ends.</summary>
    public const char NoBreak = '\u00A0';

    private const int LabelWidth = 13;
    private const int Narrowest = 12;
    private const int NarrowestTerminal = 60;

    private readonly TextWriter _writer;
    private readonly bool _colour;

    public Screen(TextWriter writer, int width = RedirectedWidth, bool colour = false)
    {
        _writer = writer;
        _colour = colour;
        Width = width;
    }

    /// <summary>Columns of a line.</summary>
    public int Width { get; }

    public static Screen Of(TextWriter writer, bool isTerminal) => isTerminal
        ? new Screen(
            writer,
            WidthOf(Console.WindowWidth),
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"))
        : new Screen(writer);

    /// <summary>The columns to use of a terminal with this many; 0 where it does not tell.</summary>
    internal static int WidthOf(int columns) => columns > 0 ? Math.Max(columns, NarrowestTerminal) : RedirectedWidth;

    /// <summary>A line that is never broken, without the blanks at its end.</summary>
    public void Line(string text = "", Tone tone = Tone.Plain) => _writer.Write(Painted(text.TrimEnd(), tone) + "\n");

    /// <summary>A label and its value, under the header of a stack.</summary>
    public void Field(string label, string value) => Hanging($"  {label.PadRight(LabelWidth)}", value);

    /// <summary>The text after a first part, wrapped between words, the next lines under its beginning. At least 12 columns are left for it.</summary>
    public void Hanging(string first, string text, Tone tone = Tone.Plain, Tone firstTone = Tone.Plain)
    {
        var start = first;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => Wrap(line, Width - first.Length)))
        {
            Line(Painted(start, firstTone) + Painted(line.Replace(NoBreak, ' '), tone));
            start = new string(' ', first.Length);
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var words = text.TrimStart(' ');
        var indent = text[..^words.Length];
        var left = Math.Max(width - indent.Length, Narrowest);
        var line = string.Empty;
        foreach (var word in words.Split(' ').SelectMany(word => Pieces(word, left)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > left)
            {
                yield return indent + line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return indent + line;
    }

    private static IEnumerable<string> Pieces(string word, int width) =>
        word.Length <= width ? [word] : word.Chunk(width).Select(piece => new string(piece));

    // ECMA-48, "Select Graphic Rendition".
    private string Painted(string text, Tone tone) => !_colour || tone == Tone.Plain || string.IsNullOrWhiteSpace(text) ? text : $"\e[{tone switch
    {
        Tone.Bold => "1",
        Tone.Dim => "2",
        Tone.Red => "1;31",
        Tone.Yellow => "1;33",
        _ => "1;32",
    }}m{text}\e[0m";
}
