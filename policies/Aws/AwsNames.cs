using DrInfra.Policies.Aws.Eks;

namespace DrInfra.Policies.Aws;

/// <summary>What names mean in AWS: Regions of providers and ARNs, tags, and the resources that an ARN can mean.</summary>
public sealed class AwsNames : INames
{
    public static readonly AwsNames Instance = new();

    private AwsNames()
    {
    }

    /// <summary>
    /// The resource's own <c>region</c> (provider 7 and later), else its provider's, else the one of its ARN. Global services have the
    /// Region of their provider: see <see cref="GlobalTypes"/>. An object of Kubernetes is in the Region of its cluster.
    /// </summary>
    public string? RegionOf(Node node)
    {
        if (Named(node.Input("region").Text) is { } own && node.Type.StartsWith("aws:", StringComparison.Ordinal))
        {
            return own;
        }

        if (OwnershipMarks.AreLabels(node) && ProviderCluster.RegionOf(node) is { } cluster)
        {
            return cluster;
        }

        // An empty text is no Region, though a provider's configuration may hold it.
        return Named(node.Provider?.Input("region").Text) ?? Arn.RegionOf(node.Output("arn").Text) ?? node.Output("region").Text ?? node.Tag(DrTags.Region);
    }

    public IReadOnlyDictionary<string, string> TagsOf(Node node) => ResourceTags.Of(node);

    public string? RegionIn(string identity) => Arn.RegionOf(identity);

    public bool CanMean(string identity, Node node) => !Arn.TryParse(identity, out var arn)
        || ((arn.Region.Length == 0 || node.Region is null || node.Region == arn.Region || GlobalTypes.Contains(node.Type))
            && (arn.Account.Length == 0 || Accounts.Of(node) is not { } account || account == arn.Account));

    public string? NameIn(string identity, string type) =>
        Arn.TryParse(identity, out var arn) && ArnNames.Matches(type, arn) ? ArnNames.NameOf(type, arn) : null;

    private static string? Named(string? region) => string.IsNullOrWhiteSpace(region) ? null : region;
}
