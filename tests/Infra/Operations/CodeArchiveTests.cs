using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DrInfra.Infra.Operations;

namespace DrInfra.Tests.Infra.Operations;

public class CodeArchiveTests
{
    [Fact]
    public void Archive_HoldsTheOneFileReadableAndAsItIs()
    {
        using var archive = Open(CodeArchive.Of("probe.js", "nodejs/node_modules/probe.js"));

        var entry = Assert.Single(archive.Entries);
        Assert.Equal("nodejs/node_modules/probe.js", entry.FullName);
        Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
        Assert.Equal(Convert.ToInt32("100644", 8), entry.ExternalAttributes >>> 16);
        using var reader = new StreamReader(entry.Open());
        Assert.Equal(CodeArchive.Source("probe.js"), reader.ReadToEnd());
    }

    // The form of the file, byte by byte: were a version of the library to write another, every deployment would upload it anew.
    [Fact]
    public void Bytes_FollowFromTheCodeAlone()
    {
        var bytes = Convert.FromBase64String(CodeArchive.Of("probe.js", "probe.js").Base64);
        var source = Encoding.UTF8.GetBytes(CodeArchive.Source("probe.js"));

        const int LocalHeader = 30;
        const int CentralHeader = 46;
        const int End = 22;
        const int Name = 8;
        Assert.Equal(LocalHeader + Name + source.Length + CentralHeader + Name + End, bytes.Length);
        Assert.Equal(source, bytes[(LocalHeader + Name)..(LocalHeader + Name + source.Length)]);
        var central = bytes[(LocalHeader + Name + source.Length)..];
        Assert.Equal([0x50, 0x4b, 0x01, 0x02], central[..4]);
        Assert.Equal(3, central[5]);
        Assert.Equal(0, central[10]);
    }

    [Fact]
    public void Digest_IsTheBeginningOfTheFilesOwn()
    {
        var archive = CodeArchive.Of("probe.js", "probe.js");

        var whole = Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(archive.Base64)));
        Assert.Equal(whole[..16], archive.Digest);
        Assert.NotEqual(archive.Digest, CodeArchive.Of("probe.js", "other.js").Digest);
    }

    [Fact]
    public void UnknownFile_IsNamed()
    {
        var error = Assert.Throws<ArgumentException>(() => CodeArchive.Of("none.py", "none.py"));

        Assert.Contains("none.py", error.Message, StringComparison.Ordinal);
    }

    private static ZipArchive Open(CodeArchive archive) => new(new MemoryStream(Convert.FromBase64String(archive.Base64)));
}
