using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Google.Protobuf;

namespace DrInfra.Tests.Hosting;

/// <summary>Unary gRPC as the engine speaks it: HTTP/2 without TLS, known beforehand.</summary>
internal sealed class GrpcClient : IDisposable
{
    private readonly HttpClient _http;
    private int _connections;

    public GrpcClient(int port)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancel) =>
            {
                Interlocked.Increment(ref _connections);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>How many connections were made.</summary>
    public int Connections => _connections;

    public static byte[] Frame(ReadOnlySpan<byte> message)
    {
        var frame = new byte[message.Length + 5];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame.AsSpan(5));
        return frame;
    }

    public Task<GrpcReply> CallAsync(string method, IMessage message) => CallAsync(method, message.ToByteArray());

    public Task<GrpcReply> CallAsync(string method, byte[] message) => PostAsync($"/pulumirpc.Analyzer/{method}", new ByteArrayContent(Frame(message)));

    public async Task<T> CallAsync<T>(string method, IMessage message, MessageParser<T> reply)
        where T : IMessage<T> => (await CallAsync(method, message)).As(reply);

    public async Task<GrpcReply> PostAsync(string path, HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TE.ParseAdd("trailers");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/grpc", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsByteArrayAsync();
        var status = int.Parse(response.TrailingHeaders.GetValues("grpc-status").Single());
        var message = response.TrailingHeaders.TryGetValues("grpc-message", out var texts) ? Uri.UnescapeDataString(texts.Single()) : "";
        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value));
        if (body.Length == 0)
        {
            return new GrpcReply(status, message, [], headers);
        }

        Assert.Equal(0, body[0]);
        Assert.Equal((uint)body.Length - 5, BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(1)));
        return new GrpcReply(status, message, body[5..], headers);
    }

    public void Dispose() => _http.Dispose();
}
