using System.Globalization;
using System.Net;

namespace DrInfra.Policies.Rules.Network;

/// <summary>A range of IPv4 addresses, as <c>10.64.0.0/16</c> writes it.</summary>
internal readonly record struct AddressRange(uint First, uint Last)
{
    /// <summary>Null where the text is no such range.</summary>
    public static AddressRange? Parse(string? text)
    {
        if (text?.Split('/') is not [var address, var length]
            || !IPAddress.TryParse(address, out var parsed) || parsed.GetAddressBytes() is not { Length: 4 } bytes
            || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || bits > 32)
        {
            return null;
        }

        var mask = bits == 0 ? 0u : uint.MaxValue << (32 - bits);
        var first = ((uint)bytes[0] << 24 | (uint)bytes[1] << 16 | (uint)bytes[2] << 8 | bytes[3]) & mask;
        return new AddressRange(first, first | ~mask);
    }
}
