using System.Text;

namespace DrInfra.SdkGenerator.Emit;

/// <summary>Indented text.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    internal void Line(string line = "") => _text.Append(line.Length > 0 ? new string(' ', _depth * 4) : "").Append(line).Append('\n');

    internal void Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }
    }

    /// <summary>Writes <paramref name="head"/> and, in braces below it, what <paramref name="body"/> writes.</summary>
    internal void Block(string head, Action body)
    {
        Line(head);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line("}");
    }

    /// <summary>Writes a constructor that only calls its base.</summary>
    internal void Constructor(string head, string baseArguments)
    {
        Line(head);
        Line($"    : base({baseArguments})");
        Line("{");
        Line("}");
    }

    public override string ToString() => _text.ToString();
}
