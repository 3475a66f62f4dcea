namespace DrInfra.Policies.Aws;

/// <summary>Where a resource says what it belongs to: in its tags, or in its labels on Kubernetes, where a name takes no colon.</summary>
internal static class OwnershipMarks
{
    /// <summary>The tag that names what manages a resource.</summary>
    public const string ManagedBy = "managed-by";

    private const string Package = "kubernetes:";
    private const string LabelPrefix = "dr.drinfra.io/";
    private const string ManagedByLabel = "app.kubernetes.io/managed-by";

    /// <summary>Whether it is an object of Kubernetes.</summary>
    public static bool AreLabels(Node node) => node.Type.StartsWith(Package, StringComparison.Ordinal);

    /// <summary>Whether a resource of the program takes them: of Kubernetes an object, not a chart and not a patch of somebody else's object.</summary>
    public static bool AreTaken(Node node) => node.Resource.Custom && (AreLabels(node)
        ? node.Input("metadata").Value is not null && !node.Type.EndsWith("Patch", StringComparison.Ordinal)
        : node.Type.StartsWith("aws:", StringComparison.Ordinal));

    /// <summary>As the program states them.</summary>
    public static Prop Of(Node node) => AreLabels(node) ? node.Input("metadata")["labels"] : node.Input("tags");

    /// <summary>The property, for messages.</summary>
    public static string PathOf(Node node) => AreLabels(node) ? "metadata.labels" : "tags";

    /// <summary>What they are called, in the plural.</summary>
    public static string WordOf(Node node) => AreLabels(node) ? "labels" : "tags";

    /// <summary>The name of a tag on a resource: <c>dr:workload</c> is <c>dr.drinfra.io/workload</c> on Kubernetes.</summary>
    public static string NameOf(Node node, string tag) => !AreLabels(node) ? tag
        : tag == ManagedBy ? ManagedByLabel
        : tag.StartsWith(DrTags.Prefix, StringComparison.Ordinal) ? LabelPrefix + tag[DrTags.Prefix.Length..] : tag;

    /// <summary>The tag that a label stands for; other labels are their own.</summary>
    public static string TagOf(string label) => label == ManagedByLabel ? ManagedBy
        : label.StartsWith(LabelPrefix, StringComparison.Ordinal) ? DrTags.Prefix + label[LabelPrefix.Length..] : label;
}
