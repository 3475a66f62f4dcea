using System.Text.RegularExpressions;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>
/// The EKS cluster that a Kubernetes provider puts its objects into: the one that its configuration was made from, else the one that its
/// kubeconfig, or its context, names.
/// </summary>
internal static partial class ProviderCluster
{
    private static readonly string[] Configuration = ["kubeconfig", "cluster", "clusterIdentifier", "context"];

    /// <summary>Null where the cluster is not in the graphs, or nothing tells which it is.</summary>
    public static Node? Of(Estate estate, Node node) => node.Provider is not { } provider ? null
        : Declared(provider) ?? (Told(provider)?.Name is { } name ? estate.References.Named(provider, name, EksTypes.Cluster) : null);

    /// <summary>The Region of the cluster; null where nothing tells.</summary>
    public static string? RegionOf(Node node) => node.Provider is not { } provider ? null : Declared(provider)?.Region ?? Told(provider)?.Region;

    private static Node? Declared(Node provider) =>
        Configuration.SelectMany(property => ReferenceResolver.Declared(provider, property, EksTypes.Cluster)).Distinct().ToArray() is [var only] ? only : null;

    // The objects of a provider all ask.
    private static Names? Told(Node provider) => Configuration
        .Select(property => provider.Once(provider.Input(property), static (_, text) => Read(text.Text))).FirstOrDefault(names => names is not null);

    private static Names? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var (arn, name, server) = (ClusterArn().Match(text), ClusterName().Match(text), Server().Match(text));
        var region = ValueOf(arn, "region") ?? ValueOf(server, "region") ?? Regions.InName(text);
        var found = ValueOf(arn, "name") ?? ValueOf(name, "name");
        return found is null && region is null ? null : new Names(found, region);
    }

    private static string? ValueOf(Match match, string group) => match.Success ? match.Groups[group].Value : null;

    [GeneratedRegex("arn:aws[a-z-]*:eks:(?<region>[a-z0-9-]+):[0-9]*:cluster/(?<name>[A-Za-z0-9_-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ClusterArn();

    // The address of a cluster's API: https://ID.gr7.us-east-1.eks.amazonaws.com.
    [GeneratedRegex(@"\.(?<region>[a-z]{2}(?:-[a-z]+)+-[0-9])\.eks\.amazonaws\.com", RegexOptions.CultureInvariant)]
    private static partial Regex Server();

    // Arguments in YAML and in JSON, on one line and on several.
    [GeneratedRegex("""(?:--cluster-name|--cluster-id|-i)[\s"',=\[\]-]+(?<name>[A-Za-z0-9][A-Za-z0-9_-]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex ClusterName();

    private sealed record Names(string? Name, string? Region);
}
