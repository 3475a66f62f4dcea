namespace DrInfra.Infra.Conventions;

/// <summary>The labels that every Kubernetes object carries: the tags of <see cref="ResourceTags"/>, as Kubernetes can spell them.</summary>
public static class KubernetesLabels
{
    private const string Prefix = "dr.drinfra.io/";

    // Label values end there (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/).
    private const int MostCharacters = 63;

    /// <summary>The labels for some tags; a colon is not legal in their keys, nor <c>@</c> in their values.</summary>
    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> tags)
    {
        var labels = new Dictionary<string, string> { ["app.kubernetes.io/managed-by"] = "pulumi" };
        foreach (var (key, value) in tags.Where(tag => tag.Key.StartsWith("dr:", StringComparison.Ordinal)))
        {
            labels[Prefix + key["dr:".Length..]] = Value(value);
        }

        return labels;
    }

    private static string Value(string text)
    {
        var legal = text.Replace("@", "_at_", StringComparison.Ordinal);
        return (legal.Length <= MostCharacters ? legal : legal[..MostCharacters]).TrimEnd('.', '_', '-');
    }
}
