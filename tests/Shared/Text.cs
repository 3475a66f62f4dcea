namespace DrInfra.Tests;

/// <summary>Texts with something changed. What changes nothing is a mistake of the test.</summary>
internal static class Text
{
    /// <summary>With the one place of a text changed.</summary>
    public static string Change(this string text, string from, string to)
    {
        var changed = text.ChangeAll(from, to);
        var first = text.IndexOf(from, StringComparison.Ordinal);
        return text.IndexOf(from, first + 1, StringComparison.Ordinal) < 0
            ? changed
            : throw new ArgumentException($"\"{from}\" is there more than once; say more of what stands around it", nameof(from));
    }

    /// <summary>Its lines one after another, without the spaces around them: a long line, written over several.</summary>
    public static string OneLine(this string text) => string.Concat(text.Split('\n', StringSplitOptions.TrimEntries));

    /// <summary>With all places of a text changed.</summary>
    public static string ChangeAll(this string text, string from, string to) =>
        text.Contains(from, StringComparison.Ordinal) && from != to
            ? text.Replace(from, to, StringComparison.Ordinal)
            : throw new ArgumentException($"\"{from}\" to \"{to}\" changes nothing", nameof(from));
}
