using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DrInfra.Tests.Functions.Servers;

/// <summary>A resolver and the two name servers of a zone, which have one port and an address each, and which may each say something else.</summary>
internal sealed class DnsServer : IDisposable
{
    public const string Zone = "example.org";

    private const int Ns = 2;
    private const int Txt = 16;

    private static readonly string[] Addresses = ["127.0.0.1", "127.0.0.2", "127.0.0.3"];

    private readonly UdpClient[] _sockets;
    private readonly DnsManner[] _manners = new DnsManner[Addresses.Length];
    private readonly string?[] _names = new string?[Addresses.Length];
    private readonly int[] _asked = new int[Addresses.Length];

    public DnsServer()
    {
        _sockets = Bind();
        foreach (var index in Enumerable.Range(0, _sockets.Length))
        {
            _ = AnswerAsync(index);
        }
    }

    public IPEndPoint Resolver => (IPEndPoint)_sockets[0].Client.LocalEndPoint!;

    /// <summary>How often the resolver was asked for the beacon.</summary>
    public int ResolverAsked => Volatile.Read(ref _asked[0]);

    /// <summary>What each of them says; null: there is no such name.</summary>
    public DnsServer Say(string? region)
    {
        Array.Fill(_names, region);
        return this;
    }

    public DnsServer ResolverSays(string? region)
    {
        _names[0] = region;
        return this;
    }

    public DnsServer ResolverIs(DnsManner manner)
    {
        _manners[0] = manner;
        return this;
    }

    public DnsServer NameServersAre(DnsManner manner)
    {
        (_manners[1], _manners[2]) = (manner, manner);
        return this;
    }

    public DnsServer FirstNameServerIs(DnsManner manner)
    {
        _manners[1] = manner;
        return this;
    }

    public void Dispose() => Array.ForEach(_sockets, socket => socket.Dispose());

    private static UdpClient[] Bind()
    {
        for (var attempts = 0; ; attempts++)
        {
            var first = new UdpClient(new IPEndPoint(IPAddress.Parse(Addresses[0]), 0));
            var port = ((IPEndPoint)first.Client.LocalEndPoint!).Port;
            try
            {
                return [first, .. Addresses[1..].Select(address => new UdpClient(new IPEndPoint(IPAddress.Parse(address), port)))];
            }
            catch (SocketException) when (attempts < 10)
            {
                first.Dispose();
            }
        }
    }

    private async Task AnswerAsync(int index)
    {
        while (true)
        {
            try
            {
                var request = await _sockets[index].ReceiveAsync();
                if (Answer(index, request.Buffer) is { } answer)
                {
                    await _sockets[index].SendAsync(answer, request.RemoteEndPoint);
                }
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // Whoever asked has gone.
            }
        }
    }

    private byte[]? Answer(int index, byte[] request)
    {
        var end = 12;
        var labels = new List<string>();
        while (request[end] > 0)
        {
            labels.Add(Encoding.ASCII.GetString(request, end + 1, request[end]));
            end += request[end] + 1;
        }

        var name = string.Join('.', labels).ToLowerInvariant();
        var type = BinaryPrimitives.ReadUInt16BigEndian(request.AsSpan(end + 1));
        var question = request[12..(end + 5)];
        if (type == Ns)
        {
            return Message(request, question, 0, [(question[..^4], Ns, Name($"ns1.{Zone}")), (question[..^4], Ns, Name($"ns2.{Zone}"))]);
        }

        if (type != Txt)
        {
            var address = IPAddress.Parse(Addresses[name.StartsWith("ns1", StringComparison.Ordinal) ? 1 : 2]).GetAddressBytes();
            return Message(request, question, 0, type == 1 ? [(question[..^4], 1, address)] : []);
        }

        Interlocked.Increment(ref _asked[index]);
        var (owner, text) = (question[..^4], Text(_names[index] ?? ""));
        return _manners[index] switch
        {
            DnsManner.Silent => null,
            DnsManner.ServFail => Message(request, question, 2, []),
            DnsManner.Refused => Message(request, question, 5, []),
            DnsManner.Garbled => [request[0], request[1], .. "garbage"u8],
            DnsManner.Empty => Message(request, question, 0, []),
            DnsManner.Truncated => Message(request, question, 0, [(owner, Txt, text)], truncated: true),
            DnsManner.WrongName => Message(request, question, 0, [(Name($"else.{Zone}"), Txt, text)]),
            DnsManner.WrongQuestion => Message(request, [.. Name($"else.{Zone}"), .. question[^4..]], 0, [(Name($"else.{Zone}"), Txt, text)]),
            DnsManner.TwoRecords => Message(request, question, 0, [(owner, Txt, text), (owner, Txt, Text("elsewhere"))]),
            DnsManner.TwoTexts => Message(request, question, 0, [(owner, Txt, [.. text, .. Text("elsewhere")])]),
            DnsManner.NoRegion => Message(request, question, 0, [(owner, Txt, Text("No Region!"))]),
            DnsManner.NoSuchName => Message(request, question, 3, []),
            _ => _names[index] is null ? Message(request, question, 3, []) : Message(request, question, 0, [(owner, Txt, text)]),
        };
    }

    private static byte[] Message(byte[] request, byte[] question, int code, (byte[] Owner, int Type, byte[] Data)[] records, bool truncated = false)
    {
        List<byte> message = [request[0], request[1], (byte)(truncated ? 0x87 : 0x85), (byte)code, 0, 1, 0, (byte)records.Length, 0, 0, 0, 0, .. question];
        foreach (var (owner, type, data) in records)
        {
            message.AddRange([.. owner, 0, (byte)type, 0, 1, 0, 0, 0, 10, 0, (byte)data.Length, .. data]);
        }

        return [.. message];
    }

    private static byte[] Name(string name) => [.. name.Split('.').SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
