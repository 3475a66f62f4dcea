using System.Collections.Frozen;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration a run was started with, by full key.</summary>
internal sealed class ConfigValues(FrozenDictionary<string, string> values)
{
    private const string ValuesVariable = "PULUMI_CONFIG";

    internal string? Find(string key) => values.GetValueOrDefault(key);

    internal static ConfigValues FromEnvironment()
    {
        var text = Environment.GetEnvironmentVariable(ValuesVariable);
        var values = string.IsNullOrEmpty(text) ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];
        return new ConfigValues(values.ToFrozenDictionary(entry => Clean(entry.Key), entry => entry.Value));
    }

    // An old spelling puts "config" between project and key.
    private static string Clean(string key)
    {
        const string marker = ":config:";
        var at = key.IndexOf(marker, StringComparison.Ordinal);
        return at > 0 ? $"{key[..at]}:{key[(at + marker.Length)..]}" : key;
    }
}
