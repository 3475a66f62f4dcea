using System.Globalization;
using System.Text.Json;

namespace DrInfra.Recovery.Facts;

/// <summary>
/// The days on which versions age, by family: <c>lambda</c>, <c>eks</c>, <c>aurora-postgresql</c>. <c>versions.json</c> holds them, a version a
/// line, with the page that each family was read from. Versions whose end is not announced to the day are left out.
/// </summary>
public static class VersionBook
{
    private const string Lambda = "lambda";

    private static readonly Lazy<Dictionary<string, Dictionary<string, VersionEnd>>> Families = new(Read);

    /// <summary>The families.</summary>
    public static IReadOnlyCollection<string> All => Families.Value.Keys;

    /// <summary>Every version of a family that has a day.</summary>
    /// <exception cref="KeyNotFoundException">There is no such family.</exception>
    public static IReadOnlyCollection<VersionEnd> Of(string family) => Families.Value[family].Values;

    /// <summary>The end of a version, or of the major version that it belongs to; null where no day is known.</summary>
    /// <exception cref="KeyNotFoundException">There is no such family.</exception>
    public static VersionEnd? Find(string family, string version)
    {
        var known = Families.Value[family];
        for (var text = version; text.Length > 0; text = text[..Math.Max(0, text.LastIndexOf('.'))])
        {
            if (known.TryGetValue(text, out var end))
            {
                return end;
            }
        }

        return null;
    }

    private static Dictionary<string, Dictionary<string, VersionEnd>> Read()
    {
        using var stream = typeof(VersionBook).Assembly.GetManifestResourceStream("versions.json")!;
        using var document = JsonDocument.Parse(stream);
        var families = new Dictionary<string, Dictionary<string, VersionEnd>>(StringComparer.Ordinal);
        foreach (var family in document.RootElement.EnumerateArray())
        {
            var source = family.GetProperty("source").GetString()!;
            var ends = family.GetProperty("versions").EnumerateObject().ToDictionary(
                version => version.Name,
                version =>
                    new VersionEnd(
                        version.Name, Day(version.Value[0]), version.Value.GetArrayLength() > 1 ? Day(version.Value[1]) : null, RunsOn: null, source),
                StringComparer.Ordinal);

            // A runtime is deprecated when a part of it is no longer supported, says the policy of Synthetics; these have no day of their own.
            if (family.TryGetProperty("runsOn", out var runtimes))
            {
                foreach (var runtime in runtimes.EnumerateObject())
                {
                    if (families[Lambda].GetValueOrDefault(runtime.Value.GetString()!) is { } below)
                    {
                        ends.Add(runtime.Name, new VersionEnd(runtime.Name, below.Ends, Gone: null, below.Version, source));
                    }
                }
            }

            families.Add(family.GetProperty("family").GetString()!, ends);
        }

        return families;
    }

    private static DateOnly Day(JsonElement element) => DateOnly.ParseExact(element.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
