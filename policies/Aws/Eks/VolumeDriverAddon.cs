namespace DrInfra.Policies.Aws.Eks;

/// <summary>The add-on of a cluster that makes EBS volumes.</summary>
internal static class VolumeDriverAddon
{
    private const string Name = "aws-ebs-csi-driver";

    /// <summary>The tags that it gives to every volume that it makes from now on, and whether they are known.</summary>
    public static (IReadOnlyList<(string Key, string Value)> Tags, bool AreUnknown) ExtraTags(Estate estate, Node cluster)
    {
        if (estate.UsersOf(cluster, EksTypes.Addon, "clusterName").FirstOrDefault(addon => addon["addonName"].Text == Name) is not { } driver)
        {
            return ([], false);
        }

        var values = driver["configurationValues"];
        var tags = driver.Once(values, static (_, json) => json.Text is { } text ? new Read(JsonDocumentText.Parse(text, json.Path)) : null)
            ?.Values?["controller"]["extraVolumeTags"] ?? default;
        return (
            [.. tags.Members.Where(tag => tag.Value.Text is not null).Select(tag => (tag.Name, tag.Value.Text!))],
            values.IsUnknown || tags.Value?.ContainsUnknown == true);
    }

    private sealed record Read(Prop? Values);
}
