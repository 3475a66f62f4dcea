namespace DrInfra.Policies.Kubernetes;

/// <summary>Objects of custom resources, whatever version of their group the program writes.</summary>
internal static class CustomObjects
{
    /// <param name="group">For example <c>velero.io</c>.</param>
    /// <param name="kind">For example <c>Schedule</c>.</param>
    public static IEnumerable<Node> Of(Estate estate, string group, string kind) => estate.Types
        .Where(type => type.StartsWith($"kubernetes:{group}/", StringComparison.Ordinal) && type.EndsWith($":{kind}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).SelectMany(estate.OfType);

    /// <summary>The name that the object states; null where only the deployment will tell.</summary>
    public static string? NameOf(Node node) => node["metadata"]["name"].Text;
}
