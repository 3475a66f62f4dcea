namespace DrInfra.Policies.Kubernetes;

/// <summary>Charts of Helm that a program installs.</summary>
internal static class HelmCharts
{
    public static readonly IReadOnlyList<string> Types = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart", "kubernetes:helm.sh/v3:Chart"];

    /// <summary>Those of one name, wherever they are fetched from.</summary>
    public static IEnumerable<Node> Of(Estate estate, string chart) =>
        estate.OfTypes(Types).Where(node => NameOf(node) == chart);

    /// <summary>The name of a chart, without where it is fetched from; null where only the deployment will tell.</summary>
    public static string? NameOf(Node node) => node["chart"].Text?.TrimEnd('/').Split('/')[^1];
}
