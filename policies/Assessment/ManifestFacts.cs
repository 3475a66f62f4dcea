using System.Text.Json;
using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Assessment;

/// <summary>What a parameter says of a workload where it is a recovery manifest: who it belongs to, and where it stands.</summary>
internal sealed record ManifestFacts(
    Node Node, string Workload, string? Pair, string? Owner, string? Tier, string? Role, string? Primary, string? Standby, string? Strategy, double? Serving)
{
    /// <summary>Null where the parameter is none, or is not known yet.</summary>
    public static ManifestFacts? Of(Node parameter) => parameter.Once(ParameterText.Of(parameter), Read);

    private static ManifestFacts? Read(Node parameter, Prop value)
    {
        if (value.Text is not { } text || !text.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return Text(root, "workload") is { } workload && root.TryGetProperty("regions", out var regions)
                ? new ManifestFacts(
                    parameter, workload, Text(root, "pair"), Text(root, "owner"), Text(root, "tier"), Text(root, "role"),
                    Text(regions, "primary"), Text(regions, "standby"), Text(root, "strategy"), Capacity(root))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static double? Capacity(JsonElement root) =>
        root.TryGetProperty("capacity", out var capacity) && capacity.ValueKind == JsonValueKind.Object
        && capacity.TryGetProperty("serving", out var serving) && serving.ValueKind == JsonValueKind.Number ? serving.GetDouble() : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
