using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>
/// A reader of JSON, from memory or from a stream of any length: of a stream only a window is in memory, which grows to the longest text in it.
/// </summary>
internal ref struct JsonCursor
{
    private const int Window = 256 * 1024;

    private readonly Stream? _stream;
    private byte[] _buffer;
    private ReadOnlySpan<byte> _bytes;
    private bool _final;
    private int _lines;
    private Utf8JsonReader _json;

    public JsonCursor(ReadOnlySpan<byte> bytes, JsonReaderOptions options)
    {
        _buffer = [];
        _bytes = bytes;
        _final = true;
        _json = new Utf8JsonReader(bytes, options);
    }

    /// <param name="stream">Is read from where it stands, and stays open.</param>
    /// <param name="options">How the JSON is read.</param>
    /// <param name="begin">How many bytes before the JSON begins, asked of the first ones.</param>
    public JsonCursor(Stream stream, JsonReaderOptions options, Func<ReadOnlySpan<byte>, int> begin)
    {
        _stream = stream;
        _buffer = new byte[Window];
        Fill(0);
        _bytes = _bytes[begin(_bytes)..];
        _json = new Utf8JsonReader(_bytes, _final, new JsonReaderState(options));
    }

    /// <summary>The token that was read last, until the next one is.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ref readonly Utf8JsonReader Token => ref _json;

    public readonly JsonTokenType Type => _json.TokenType;

    /// <summary>The line of the last token, from 1.</summary>
    public readonly int Line => _lines + Consumed.Count((byte)'\n') + 1;

    /// <summary>What is in memory behind the last token.</summary>
    public readonly ReadOnlySpan<byte> Ahead => _bytes[(int)_json.BytesConsumed..];

    private readonly ReadOnlySpan<byte> Consumed => _bytes[..(int)_json.BytesConsumed];

    /// <summary>Moves to the next token; false at the end, behind which only white space may be.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public bool Read()
    {
        while (!_json.Read())
        {
            if (_final)
            {
                return false;
            }

            Refill();
        }

        return true;
    }

    /// <summary>Moves to the end of the object or list that begins here.</summary>
    public void Skip()
    {
        if (Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var depth = _json.CurrentDepth;
            while (Read() && _json.CurrentDepth > depth)
            {
            }
        }
    }

    /// <summary>Whether anything but white space follows.</summary>
    public bool IsFollowed()
    {
        while (Ahead.Trim(" \t\r\n"u8).IsEmpty)
        {
            if (_final)
            {
                return false;
            }

            Refill();
        }

        return true;
    }

    private void Refill()
    {
        var rest = Ahead;
        _lines += Consumed.Count((byte)'\n');
        if (rest.Length == _buffer.Length)
        {
            // A text longer than the window.
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }
        else
        {
            rest.CopyTo(_buffer);
        }

        Fill(rest.Length);
        _json = new Utf8JsonReader(_bytes, _final, _json.CurrentState);
    }

    private void Fill(int kept)
    {
        var read = _stream!.ReadAtLeast(_buffer.AsSpan(kept), _buffer.Length - kept, throwOnEndOfStream: false);
        _final = read < _buffer.Length - kept;
        _bytes = _buffer.AsSpan(0, kept + read);
    }
}
