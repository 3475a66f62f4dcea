using System.Text;

namespace DrInfra.Drctl.Reports;

/// <summary>Texts from outside as plain text in Markdown: no markup, no mention, no link, no end of a table cell.</summary>
internal static class MarkdownText
{
    private const string Special = @"\`*_[]<>|#~@";

    public static string Plain(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            switch (character)
            {
                // Services turn @name into a message to a person, and no backslash stops them.
                case '@':
                    escaped.Append("@\u200B");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                default:
                    escaped.Append(Special.Contains(character, StringComparison.Ordinal) ? $"\\{character}" : $"{character}");
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>A name in monospace.</summary>
    public static string Code(string text)
    {
        var one = text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
        return one.Contains('`', StringComparison.Ordinal) ? $"`` {one} ``" : $"`{one}`";
    }

    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>The heading and the line under it.</summary>
    public static string Header(params string[] headings) => $"{Row(headings)}\n|{string.Concat(Enumerable.Repeat("---|", headings.Length))}";
}
