namespace DrInfra.Policies.Aws;

/// <summary>
/// Reads tags in the forms that providers give them: a map, a list of key and value, default tags as JSON text, labels of Kubernetes.
/// </summary>
internal static class ResourceTags
{
    private const string ConditionPrefix = "aws:ResourceTag/";

    public static IReadOnlyDictionary<string, string> Of(Node node)
    {
        // What the provider computed is asked only where its default tags cannot be read.
        var own = node.Input("tags");
        if (own.IsAbsent && node.Provider is null)
        {
            own = node.Output("tagsAll");
        }

        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var fromProvider = node.Provider is { } provider && node.Type.StartsWith("aws:", StringComparison.Ordinal)
            ? Defaults(provider.Input("defaultTags"))
            : [];
        foreach (var (key, value) in fromProvider.Concat(Pairs(own)))
        {
            tags[key] = value;
        }

        foreach (var (key, value) in OwnershipMarks.AreLabels(node) ? Pairs(OwnershipMarks.Of(node)) : [])
        {
            tags[OwnershipMarks.TagOf(key)] = value;
        }

        return tags;
    }

    /// <summary>The tag that a condition of AWS Backup is about: <c>aws:ResourceTag/team</c> is about <c>team</c>.</summary>
    public static string OfCondition(string key) => key.StartsWith(ConditionPrefix, StringComparison.Ordinal) ? key[ConditionPrefix.Length..] : key;

    private static IEnumerable<(string Key, string Value)> Pairs(Prop tags)
    {
        foreach (var (name, value) in tags.Members)
        {
            if (value.Text is { } text)
            {
                yield return (name, text);
            }
        }

        if (tags.Value is ListValue)
        {
            foreach (var item in tags.Items)
            {
                if (item["key"].Text is { } key && item["value"].Text is { } text)
                {
                    yield return (key, text);
                }
            }
        }
    }

    // The engine hands a provider's nested properties over as JSON text.
    private static IEnumerable<(string Key, string Value)> Defaults(Prop defaults) =>
        Pairs((defaults.Text is { } json ? JsonDocumentText.Parse(json, defaults.Path) ?? default : defaults)["tags"]);
}
