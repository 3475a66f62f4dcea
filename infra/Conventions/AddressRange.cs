using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace DrInfra.Infra.Conventions;

/// <summary>An IPv4 range in CIDR notation, with no bits set behind its prefix.</summary>
public readonly record struct AddressRange
{
    private readonly IPNetwork _network;

    private AddressRange(IPNetwork network) => _network = network;

    /// <summary>Length of the prefix in bits, 0 to 32.</summary>
    public int Prefix => _network.PrefixLength;

    /// <summary>Reads <c>10.64.0.0/16</c>; false for anything else, bits behind the prefix included.</summary>
    public static bool TryParse(string? text, out AddressRange range)
    {
        // The library also reads shorter and octal addresses, and drops bits behind the prefix: then it writes another text.
        var read = IPNetwork.TryParse(text, out var network)
            && network.BaseAddress.AddressFamily == AddressFamily.InterNetwork
            && network.ToString() == text;
        range = read ? new AddressRange(network) : default;
        return read;
    }

    /// <summary>Whether the ranges share an address.</summary>
    public bool Overlaps(AddressRange other) => _network.Contains(other._network.BaseAddress) || other._network.Contains(_network.BaseAddress);

    /// <summary>The part with this number when the range is cut into 2^<paramref name="bits"/> equal parts.</summary>
    public AddressRange Part(int bits, int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Prefix + bits, 32);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, 1 << bits);
        var address = _network.BaseAddress.GetAddressBytes();
        BinaryPrimitives.WriteUInt32BigEndian(address, BinaryPrimitives.ReadUInt32BigEndian(address) | ((uint)number << (32 - Prefix - bits)));
        return new AddressRange(new IPNetwork(new IPAddress(address), Prefix + bits));
    }

    /// <summary>The range in CIDR notation.</summary>
    public override string ToString() => _network.ToString();
}
