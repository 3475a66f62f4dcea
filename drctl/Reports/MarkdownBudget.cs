using System.Globalization;
using System.Text;

namespace DrInfra.Drctl.Reports;

/// <summary>A text of limited length, written section by section; what does not fit is counted, and said at the end.</summary>
internal sealed class MarkdownBudget(int limit)
{
    // For the last lines, which say what was left out.
    private const int Reserve = 1200;

    private readonly StringBuilder _text = new();
    private readonly List<string> _cut = [];

    /// <summary>What must be there.</summary>
    public void Add(string text) => _text.Append(text);

    /// <summary>A section of items, as many as fit; none at all for no items.</summary>
    /// <param name="what">What an item is, for the line that says how many were left out.</param>
    /// <param name="heading">Before the first item.</param>
    /// <param name="items">Each ends with a line feed.</param>
    /// <param name="until">The share of the whole text that may be full after the section, so that later ones have room.</param>
    /// <param name="closing">After the last item that is there.</param>
    public void Add(string what, string heading, IEnumerable<string> items, double until, string closing = "")
    {
        var room = (int)((limit - Reserve) * until) - closing.Length;
        var left = 0;
        var first = true;
        foreach (var item in items)
        {
            var length = item.Length + (first ? heading.Length : 0);
            if (left > 0 || _text.Length + length > room)
            {
                left++;
                continue;
            }

            _text.Append(first ? heading : string.Empty).Append(item);
            first = false;
        }

        if (!first)
        {
            _text.Append('\n').Append(closing);
        }

        if (left > 0)
        {
            _cut.Add(string.Create(CultureInfo.InvariantCulture, $"{left} {what}"));
        }
    }

    public override string ToString() => _cut.Count == 0
        ? _text.ToString()
        : $"{_text}\n**Left out**, because a comment can have at most {limit.ToString("N0", CultureInfo.InvariantCulture)} characters: "
            + $"{string.Join(", ", _cut)}. "
            + $"`drctl check` shows everything.\n";
}
