using System.IO.Compression;
using System.Text.Json.Nodes;

namespace DrInfra.Tests.Hosting;

/// <summary>A call that the real engine made.</summary>
/// <param name="Json">The request as its recorder read it.</param>
internal sealed record RecordedCall(string Method, byte[] Request, JsonNode Json)
{
    public static IReadOnlyList<RecordedCall> Read(string recording) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures/engine-capture", recording + ".calls.jsonl")).Select(Parse)];

    /// <summary>The calls of a recording that is kept compressed.</summary>
    public static IEnumerable<RecordedCall> ReadCompressed(string recording)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures/engine-capture", recording + ".calls.jsonl.gz"));
        using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            yield return Parse(line);
        }
    }

    private static RecordedCall Parse(string line)
    {
        var call = JsonNode.Parse(line)!;
        return new RecordedCall(((string)call["method"]!).Split('/')[^1], Convert.FromBase64String((string)call["request"]!), call["json"]!);
    }
}
