using System.Text;

namespace DrInfra.Drctl.Rendering;

/// <summary>Leaves out the blanks with which tables fill their lines, and ends every line with a line feed.</summary>
internal sealed class TrimmingWriter(TextWriter inner) : TextWriter
{
    // The standard output writes through, whatever it gets: it gets lines.
    private readonly StringBuilder _line = new();
    private int _blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        switch (value)
        {
            case ' ':
                _blanks++;
                break;
            case '\r':
                break;
            case '\n':
                _blanks = 0;
                _line.Append('\n');
                Send();
                break;
            default:
                _line.Append(' ', _blanks).Append(value);
                _blanks = 0;
                break;
        }
    }

    public override void Flush()
    {
        Send();
        inner.Flush();
    }

    private void Send()
    {
        if (_line.Length > 0)
        {
            inner.Write(_line.ToString());
            _line.Clear();
        }
    }
}
