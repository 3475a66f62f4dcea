namespace DrInfra.Tests.Fuzz;

/// <summary>Damages bytes: the same for the same seed.</summary>
public static class Damage
{
    private const int MostChanges = 6;

    // What readers trip over: marks, signs, numbers at the edges, halves of characters.
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1", "1e400", "0", "99999999999999999999", "\\ud800", "\\u0000", "\n", "\t", "- ", "  ", "*a",
            "&a ", "<<", "|", "#",
            "4dabf18193072939515e22adb298388d", "1b47061264138c4ac30d75fd1eb44270", "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "urn:pulumi:", "::", "arn:aws:",
            "$", "*",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0x80, 0x80, 0x80, 0x80, 0x80], [0x7F, 0xFF, 0xFF, 0xFF],
    ];

    public static byte[] Of(IReadOnlyList<byte[]> samples, int seed)
    {
        var random = new Random(seed);
        var bytes = new List<byte>(samples[random.Next(samples.Count)]);
        for (var changes = 1 + random.Next(MostChanges); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(bytes.Count - at, 1 + random.Next(1 << random.Next(10)));
            switch (random.Next(7))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                case 4 when random.Next(8) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    var other = samples[random.Next(samples.Count)];
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, length)).ToArray());
                    break;
                default:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }
}
