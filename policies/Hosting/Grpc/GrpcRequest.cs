using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;

namespace DrInfra.Policies.Hosting.Grpc;

/// <summary>
/// The message of a unary call, read from the body as it comes: a prefix of five bytes (whether it is compressed, its length), then
/// the message.
/// </summary>
internal sealed class GrpcRequest
{
    /// <summary>In bytes: the largest message that the engine itself accepts.</summary>
    public const int LongestMessage = 400 * 1024 * 1024;

    private const int PrefixLength = 5;

    /// <summary>A field's tag and length, at most.</summary>
    private const int LongestFieldHeader = 15;

    /// <summary>
    /// Messages within messages. The usual 100 is 33 levels of a property, which a Kubernetes schema exceeds; a thousand still fits
    /// the stack of a thread.
    /// </summary>
    private const int DeepestNesting = 1000;

    private readonly PipeReader _body;
    private int _rest;

    private GrpcRequest(PipeReader body, int length)
    {
        _body = body;
        _rest = length;
    }

    /// <exception cref="GrpcException">The prefix is missing, or asks for what this server does not do.</exception>
    public static async Task<GrpcRequest> OpenAsync(PipeReader body)
    {
        var read = await body.ReadAtLeastAsync(PrefixLength);
        if (read.Buffer.Length < PrefixLength)
        {
            throw new GrpcException(GrpcStatus.InvalidArgument, "the request holds no whole message");
        }

        var (flag, length) = Prefix(read.Buffer);
        body.AdvanceTo(read.Buffer.GetPosition(PrefixLength));
        return flag switch
        {
            1 => throw new GrpcException(GrpcStatus.Unimplemented, "compressed messages are not read: send them as identity"),
            > 1 => throw new GrpcException(GrpcStatus.InvalidArgument, "the message's prefix is malformed"),
            _ when length > LongestMessage =>
                throw new GrpcException(GrpcStatus.ResourceExhausted, $"the message has {length} bytes, at most {LongestMessage} are read"),
            _ => new GrpcRequest(body, (int)length),
        };
    }

    /// <summary>The whole message.</summary>
    /// <exception cref="GrpcException">It is cut short or malformed, or something follows it.</exception>
    public async Task<T> ReadAsync<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        var message = await ReadPartAsync(parser, _rest);
        await EndAsync();
        return message;
    }

    /// <summary>
    /// The items of a message that is nothing but a list (field 1), one by one: a large stack is never in memory as bytes, messages and
    /// values at once.
    /// </summary>
    /// <exception cref="GrpcException">The message is cut short or malformed, or something follows it.</exception>
    public async IAsyncEnumerable<T> ReadItemsAsync<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        while (_rest > 0)
        {
            var (field, length) = await ReadFieldHeaderAsync();
            if (field == 1)
            {
                yield return await ReadPartAsync(parser, length);
            }
            else
            {
                await SkipAsync(length);
            }
        }

        await EndAsync();
    }

    private static (byte Flag, uint Length) Prefix(ReadOnlySequence<byte> buffer)
    {
        Span<byte> prefix = stackalloc byte[PrefixLength];
        buffer.Slice(0, PrefixLength).CopyTo(prefix);
        return (prefix[0], BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]));
    }

    private async Task<T> ReadPartAsync<T>(MessageParser<T> parser, int length)
        where T : IMessage<T>
    {
        if (length == 0)
        {
            return parser.ParseFrom(ReadOnlySequence<byte>.Empty);
        }

        var part = await ReadBytesAsync(length);
        T message;
        try
        {
            using var stream = PipeReader.Create(part).AsStream();
            using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, DeepestNesting);
            message = parser.ParseFrom(input);
        }
        catch (InvalidProtocolBufferException)
        {
            throw Malformed();
        }

        Advance(part);
        return message;
    }

    private async Task SkipAsync(int length)
    {
        if (length > 0)
        {
            Advance(await ReadBytesAsync(length));
        }
    }

    // A field of another kind than bytes counts as one that nobody knows: it is passed over.
    private async Task<(int Field, int Length)> ReadFieldHeaderAsync()
    {
        var header = await ReadBytesAsync(Math.Min(_rest, LongestFieldHeader));
        var reader = new SequenceReader<byte>(header);
        var tag = Varint(ref reader);
        var field = (int)(tag >> 3);
        ulong length;
        switch (tag & 7)
        {
            case 0:
                Varint(ref reader);
                (field, length) = (0, 0);
                break;
            case 1:
                (field, length) = (0, 8);
                break;
            case 2 when field > 0:
                length = Varint(ref reader);
                break;
            case 5:
                (field, length) = (0, 4);
                break;
            default:
                throw Malformed();
        }

        Advance(header.Slice(0, reader.Consumed));
        return length <= (ulong)_rest ? (field, (int)length) : throw Malformed();
    }

    private static ulong Varint(ref SequenceReader<byte> reader)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (!reader.TryRead(out var next))
            {
                break;
            }

            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Malformed();
    }

    private async Task<ReadOnlySequence<byte>> ReadBytesAsync(int length)
    {
        var read = await _body.ReadAtLeastAsync(length);
        return read.Buffer.Length >= length
            ? read.Buffer.Slice(0, length)
            : throw new GrpcException(GrpcStatus.InvalidArgument, "the message is cut short");
    }

    private void Advance(ReadOnlySequence<byte> part)
    {
        _rest -= (int)part.Length;
        _body.AdvanceTo(part.End);
    }

    private async Task EndAsync()
    {
        var read = await _body.ReadAsync();
        var more = !read.Buffer.IsEmpty;
        _body.AdvanceTo(read.Buffer.End);
        if (more)
        {
            throw new GrpcException(GrpcStatus.InvalidArgument, "more than one message was sent");
        }
    }

    private static GrpcException Malformed() => new(GrpcStatus.InvalidArgument, "the message is malformed");
}
