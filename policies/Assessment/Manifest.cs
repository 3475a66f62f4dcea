using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Assessment;

/// <summary>The parameter that holds a workload's recovery manifest, read as it stands.</summary>
internal static class Manifest
{
    /// <summary>Named <c>/dr/{pair}/{workload}</c>.</summary>
    public static bool IsManifest(Node node) =>
        node["name"].Text is { } name && name.StartsWith("/dr/", StringComparison.Ordinal) && name.Count(letter => letter == '/') == 3;

    /// <summary>The text of it: in the open, or as a secret value.</summary>
    public static Prop Value(Node node) => node["insecureValue"].IsAbsent ? node["value"] : node["insecureValue"];

    /// <summary>The JSON object in it; null where it is none or not known yet.</summary>
    public static Prop? Read(Node node)
    {
        var value = Value(node);
        return value.Text is { } json && JsonDocumentText.Parse(json, value.Path) is { Value: MapValue } content ? content : null;
    }
}
