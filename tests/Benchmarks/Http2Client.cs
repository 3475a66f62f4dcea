using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DrInfra.Tests.Benchmarks;

/// <summary>
/// The least that a unary gRPC call needs of HTTP/2, on a blocking socket: one call at a time, nothing compressed. What is measured
/// with it is the server; <see cref="HttpClient"/> alone takes longer for a call than all that the bound allows.
/// </summary>
internal sealed class Http2Client : IDisposable
{
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte Settings = 4;
    private const byte WindowUpdate = 8;
    private const byte EndOfStream = 0x1;
    private const byte EndOfHeaders = 0x4;
    private const byte Acknowledgement = 0x1;
    private const int HeaderLength = 9;
    private const int InitialWindowSize = 4;

    // What HTTP/2 allows until the other side says more: of a frame, and of what it has not read yet.
    private const int MostInFrame = 16384;
    private const int Window = 65535;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private (int From, int To) _unread;
    private int _stream = -1;
    private int _connectionWindow = Window;
    private int _streamWindow;
    private int _initialWindow = Window;

    public Http2Client(int port)
    {
        _socket.Connect(IPAddress.Loopback, port);
        // Whatever a reply takes: of a call, and of all of them.
        byte[] most = [0x3F, 0, 0, 0];
        Send([.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(Settings, 0, 0, [0, InitialWindowSize, .. most]), .. Frame(WindowUpdate, 0, 0, most)]);
    }

    /// <summary>Sends the message and waits for the reply's end. A refused call has no body.</summary>
    /// <returns>In bytes, what the reply's message takes.</returns>
    public int Call(string method, byte[] message)
    {
        _stream += 2;
        byte[] prefix = [0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(prefix.AsSpan(1), message.Length);
        byte[] headers =
        [
            .. Header(":method", "POST"), .. Header(":scheme", "http"), .. Header(":authority", "127.0.0.1"), .. Header(":path", method),
            .. Header("content-type", "application/grpc"), .. Header("te", "trailers"),
        ];
        Send(Frame(Headers, EndOfHeaders, _stream, headers));
        _streamWindow = _initialWindow;
        SendBody([.. prefix, .. message]);
        var received = 0;
        while (true)
        {
            var (kind, flags, stream, payload) = Next();
            if (stream == _stream)
            {
                received += kind == Data ? payload.Length : 0;
                if ((flags & EndOfStream) != 0 && kind is Data or Headers)
                {
                    return received >= prefix.Length ? received - prefix.Length : throw new InvalidOperationException($"{method} was refused");
                }
            }
        }
    }

    private void SendBody(ReadOnlySpan<byte> body)
    {
        do
        {
            while (Math.Min(_connectionWindow, _streamWindow) <= 0)
            {
                Next();
            }

            var part = body[..Math.Min(Math.Min(body.Length, MostInFrame), Math.Min(_connectionWindow, _streamWindow))];
            body = body[part.Length..];
            _connectionWindow -= part.Length;
            _streamWindow -= part.Length;
            Send(Frame(Data, body.IsEmpty ? EndOfStream : (byte)0, _stream, part.ToArray()));
        }
        while (!body.IsEmpty);
    }

    public void Dispose() => _socket.Dispose();

    private static byte[] Header(string name, string value) =>
        [0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name), (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];

    private static byte[] Frame(byte kind, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[HeaderLength + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = kind;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, HeaderLength);
        return frame;
    }

    private void Send(byte[] bytes) => _socket.Send(bytes);

    // What the protocol itself says is heeded here; the rest is the caller's.
    private (byte Kind, byte Flags, int Stream, byte[] Payload) Next()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        Read(header);
        var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(header) >>> 8];
        Read(payload);
        var (kind, flags, stream) = (header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header[5..]));
        if (kind == Settings && (flags & Acknowledgement) == 0)
        {
            for (var at = 0; at < payload.Length; at += 6)
            {
                if (BinaryPrimitives.ReadInt16BigEndian(payload.AsSpan(at)) == InitialWindowSize)
                {
                    var window = BinaryPrimitives.ReadInt32BigEndian(payload.AsSpan(at + 2));
                    _streamWindow += window - _initialWindow;
                    _initialWindow = window;
                }
            }

            Send(Frame(Settings, Acknowledgement, 0, []));
        }
        else if (kind == WindowUpdate)
        {
            var more = BinaryPrimitives.ReadInt32BigEndian(payload);
            _connectionWindow += stream == 0 ? more : 0;
            _streamWindow += stream == _stream ? more : 0;
        }

        return (kind, flags, stream, payload);
    }

    private void Read(Span<byte> into)
    {
        while (into.Length > 0)
        {
            if (_unread.From == _unread.To)
            {
                var count = _socket.Receive(_buffer);
                _unread = count > 0 ? (0, count) : throw new EndOfStreamException("the pack closed the connection");
            }

            var taken = Math.Min(into.Length, _unread.To - _unread.From);
            _buffer.AsSpan(_unread.From, taken).CopyTo(into);
            into = into[taken..];
            _unread.From += taken;
        }
    }
}
