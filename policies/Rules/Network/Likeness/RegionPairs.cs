using System.Text.Json;
using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Network.Likeness;

/// <summary>Which Regions stand in for each other: the ones that recovery manifests name, else the two where the resources are.</summary>
internal static class RegionPairs
{
    public static IReadOnlyList<(string First, string Second)> Of(Estate estate)
    {
        var regions = estate.All
            .Where(node => node.Resource.Custom && node.Type.StartsWith("aws:", StringComparison.Ordinal) && !GlobalTypes.Contains(node.Type))
            .Select(node => node.Region)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        (string First, string Second)[] named = [.. estate.OfType("aws:ssm/parameter:Parameter")
            .Select(Named)
            .OfType<(string First, string Second)>()
            .Where(pair => pair.First != pair.Second && regions.Contains(pair.First) && regions.Contains(pair.Second))
            .Distinct()];
        return named.Length > 0 ? named
            : regions.Count == 2 && regions.Order(StringComparer.Ordinal).ToArray() is [var first, var second] ? [(first, second)]
            : [];
    }

    private static (string First, string Second)? Named(Node parameter)
    {
        if ((parameter["insecureValue"].Text ?? parameter["value"].Text) is not { } text || !text.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty("regions", out var regions) && regions.ValueKind == JsonValueKind.Object
                && regions.TryGetProperty("primary", out var primary) && primary.GetString() is { } first
                && regions.TryGetProperty("standby", out var standby) && standby.GetString() is { } second
                ? (first, second)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
