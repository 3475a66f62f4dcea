using System.Text.Encodings.Web;
using System.Text.Json;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>One line of JSON on stdout for each change.</summary>
internal static class Log
{
    // What people read in a log is not put into a page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="change">What changed.</param>
    /// <param name="details">Names and values, in this order.</param>
    public static void Say(string change, params IEnumerable<(string Name, object? Value)> details)
    {
        var line = new Dictionary<string, object?> { ["time"] = TimeProvider.System.GetUtcNow(), ["change"] = change };
        foreach (var (name, value) in details)
        {
            line[name] = value;
        }

        Console.Out.WriteLine(JsonSerializer.Serialize(line, Plain));
    }
}
