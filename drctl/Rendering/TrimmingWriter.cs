using System.Text;

namespace DrInfra.Drctl.Rendering;

/// <summary>Leaves out the blanks with which tables fill their lines, and ends every line with a line feed.</summary>
internal sealed class TrimmingWriter(TextWriter inner) : TextWriter
{
    private readonly StringBuilder _blanks = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        switch (value)
        {
            case ' ':
                _blanks.Append(value);
                break;
            case '\r':
                break;
            case '\n':
                _blanks.Clear();
                inner.Write('\n');
                break;
            default:
                inner.Write(_blanks);
                _blanks.Clear();
                inner.Write(value);
                break;
        }
    }

    public override void Flush() => inner.Flush();
}
