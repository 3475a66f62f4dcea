using System.Text;

namespace DrInfra.Drctl.Emulation;

/// <summary>The provider ends a route's id with the CRC-32 (IEEE) of its destination: 0.0.0.0/0 is 1080289494.</summary>
internal static class Crc32
{
    private const uint ReversedPolynomial = 0xEDB88320;

    public static uint Of(string text)
    {
        var crc = uint.MaxValue;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ ReversedPolynomial : crc >> 1;
            }
        }

        return ~crc;
    }
}
