using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DrInfra.Infra.Operations;

/// <summary>
/// Code of this program, packed for a service that runs it. The same code gives the same bytes on every machine: fixed time and
/// permissions, no compression (its result differs between versions of the library), line ends of one kind.
/// </summary>
/// <param name="Base64">The zip file.</param>
/// <param name="Digest">Sixteen hexadecimal digits that change with the zip file.</param>
public sealed record CodeArchive(string Base64, string Digest)
{
    // The place of the byte that names the system which made an entry, in the central directory behind its signature.
    private const int MadeByOffset = 5;
    private const byte Unix = 3;
    private const int ReadableFile = 0b1_000_000_110_100_100 << 16;

    private static readonly byte[] CentralDirectorySignature = [0x50, 0x4b, 0x01, 0x02];

    /// <summary>Packs one file.</summary>
    /// <param name="file">A file of the folder Functions.</param>
    /// <param name="path">Its path in the zip file.</param>
    /// <exception cref="ArgumentException">There is no such file in the program.</exception>
    public static CodeArchive Of(string file, string path)
    {
        var bytes = Zip(path, Encoding.UTF8.GetBytes(Source(file)));
        return new CodeArchive(Convert.ToBase64String(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }

    /// <summary>The text of a file of the folder Functions.</summary>
    /// <exception cref="ArgumentException">There is no such file in the program.</exception>
    public static string Source(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new ArgumentException($"the program has no embedded file {file}; files of infra/Functions are embedded", nameof(file));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static byte[] Zip(string path, byte[] content)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry(path, CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            entry.ExternalAttributes = ReadableFile;
            using var target = entry.Open();
            target.Write(content);
        }

        var bytes = memory.ToArray();

        // Else the machine's own system would stand there, and on Windows the permissions would not count.
        bytes[bytes.AsSpan().LastIndexOf(CentralDirectorySignature) + MadeByOffset] = Unix;
        return bytes;
    }
}
