using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Policies.Assessment;

/// <summary>The parameter that holds a workload's recovery manifest, read as it stands.</summary>
internal static class Manifest
{
    /// <summary>Named <c>/dr/{pair}/{workload}</c>.</summary>
    public static bool IsManifest(Node node) =>
        ParameterText.NameOf(node) is { } name && name.StartsWith("/dr/", StringComparison.Ordinal) && name.Count(letter => letter == '/') == 3;

    /// <summary>The JSON object in it; null where it is none or not known yet.</summary>
    public static Prop? Read(Node node)
    {
        var value = ParameterText.Of(node);
        return value.Text is { } json && JsonDocumentText.Parse(json, value.Path) is { Value: MapValue } content ? content : null;
    }
}
