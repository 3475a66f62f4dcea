using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DrInfra.Drctl.Emulation;

/// <summary>Invented identifiers: the same parts give the same text, on every machine and in every run.</summary>
internal static class StableIds
{
    private const string LowerHex = "0123456789abcdef";
    private const string UpperAlphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string LowerAlphanumeric = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string MixedLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Hex(int length, params ReadOnlySpan<string> parts) => Characters(length, LowerHex, parts);

    public static string Upper(int length, params ReadOnlySpan<string> parts) => Characters(length, UpperAlphanumeric, parts);

    public static string Lower(int length, params ReadOnlySpan<string> parts) => Characters(length, LowerAlphanumeric, parts);

    public static string Mixed(int length, params ReadOnlySpan<string> parts) => Characters(length, MixedLetters, parts);

    /// <summary>Shaped like a random (version 4) UUID.</summary>
    public static string Uuid(params ReadOnlySpan<string> parts)
    {
        var hex = Hex(32, parts);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-a{hex[17..20]}-{hex[20..]}";
    }

    public static int Number(int below, params ReadOnlySpan<string> parts) =>
        (int)(BitConverter.ToUInt32(Bytes(4, parts)) % (uint)below);

    public static string Characters(int length, string alphabet, params ReadOnlySpan<string> parts)
    {
        var bytes = Bytes(length, parts);
        var text = new StringBuilder(length);
        foreach (var value in bytes)
        {
            text.Append(alphabet[value % alphabet.Length]);
        }

        return text.ToString();
    }

    private static byte[] Bytes(int length, ReadOnlySpan<string> parts)
    {
        // A character that stands in no name keeps ("ab","c") and ("a","bc") apart.
        var seed = string.Join('\0', parts.ToArray());
        var bytes = new List<byte>(length + SHA256.HashSizeInBytes);
        for (var block = 0; bytes.Count < length; block++)
        {
            bytes.AddRange(SHA256.HashData(Encoding.UTF8.GetBytes(block.ToString(CultureInfo.InvariantCulture) + '\0' + seed)));
        }

        return [.. bytes.Take(length)];
    }
}
