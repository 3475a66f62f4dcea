
namespace DrInfra.Drctl.Rendering;

/// <summary>
/// A table without lines: each column as wide as its widest cell, the last one wraps. Names are never broken, so a row that is
/// too wide is simply longer.
/// </summary>
internal sealed class Columns(string indent, params string[] headings)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];
    private readonly HashSet<int> _right = [];

    /// <summary>Numbers stand under each other by their last digit.</summary>
    public Columns Right(params ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
        {
            _right.Add(column);
        }

        return this;
    }

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>A line of its own under the last row, further in than the rows.</summary>
    public void AddDetail(string detailIndent, string text) => _rows.Add([detailIndent, text]);

    public void Write(Screen screen)
    {
        var full = _rows.Where(IsRow).ToList();
        var widths = headings.Select((heading, column) => full.Select(row => row[column].Length).Append(heading.Length).Max()).ToArray();
        screen.Line(indent + Line(headings, widths), Tone.Bold);
        foreach (var row in _rows)
        {
            if (IsRow(row))
            {
                screen.Hanging(indent + Line(row[..^1], widths) + Gap, row[^1]);
            }
            else
            {
                screen.Hanging(row[0], row[1], Tone.Dim);
            }
        }
    }

    private bool IsRow(string[] row) => row.Length == headings.Length;

    private string Line(string[] cells, int[] widths) => string.Join(Gap, cells.Select((cell, column) =>
        _right.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])));
}
