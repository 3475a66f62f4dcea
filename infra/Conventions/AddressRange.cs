using System.Globalization;

namespace DrInfra.Infra.Conventions;

/// <summary>An IPv4 range in CIDR notation, with no bits set behind its prefix.</summary>
public readonly record struct AddressRange
{
    private AddressRange(uint start, int prefix)
    {
        Start = start;
        Prefix = prefix;
    }

    /// <summary>Length of the prefix in bits, 0 to 32.</summary>
    public int Prefix { get; }

    private uint Start { get; }

    private uint Mask => Prefix == 0 ? 0 : uint.MaxValue << (32 - Prefix);

    /// <summary>Reads <c>10.64.0.0/16</c>; false for anything else, bits behind the prefix included.</summary>
    public static bool TryParse(string? text, out AddressRange range)
    {
        range = default;
        var parts = text?.Split('/');
        if (parts is not { Length: 2 }
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            || prefix > 32)
        {
            return false;
        }

        var octets = parts[0].Split('.');
        uint start = 0;
        foreach (var octet in octets)
        {
            if (octets.Length != 4 || !byte.TryParse(octet, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return false;
            }

            start = (start << 8) | value;
        }

        var read = new AddressRange(start, prefix);
        if ((start & ~read.Mask) != 0)
        {
            return false;
        }

        range = read;
        return true;
    }

    /// <summary>Whether the ranges share an address.</summary>
    public bool Overlaps(AddressRange other)
    {
        var mask = Prefix < other.Prefix ? Mask : other.Mask;
        return (Start & mask) == (other.Start & mask);
    }

    /// <summary>The part with this number when the range is cut into 2^<paramref name="bits"/> equal parts.</summary>
    public AddressRange Part(int bits, int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Prefix + bits, 32);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, 1 << bits);
        return new AddressRange(Start | ((uint)number << (32 - Prefix - bits)), Prefix + bits);
    }

    /// <summary>The range in CIDR notation.</summary>
    public override string ToString() =>
        $"{Start >> 24}.{(Start >> 16) & 255}.{(Start >> 8) & 255}.{Start & 255}/{Prefix}";
}
