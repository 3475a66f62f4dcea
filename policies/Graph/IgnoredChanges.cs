namespace DrInfra.Policies.Graph;

/// <summary>The resource option ignoreChanges.</summary>
internal static class IgnoredChanges
{
    /// <summary>Whether changes of a property of the resource are ignored; <c>*</c> stands for all.</summary>
    public static bool Contain(Node node, string property) =>
        node.Resource.IgnoreChanges.Contains(property) || node.Resource.IgnoreChanges.Contains("*");
}
