using System.Text.RegularExpressions;

namespace DrInfra.Policies.Aws.Ecr;

/// <summary>An image in a private registry of ECR: <c>123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.2@sha256:...</c>.</summary>
/// <param name="Digest">Null where it is named by a tag alone.</param>
internal sealed partial record ImageName(string Account, string Region, string Repository, string? Tag, string? Digest)
{
    /// <summary>Null for an image of another registry.</summary>
    public static ImageName? Parse(string? text) => text is not null && PrivateRegistry().Match(text) is { Success: true } match
        ? new ImageName(match.Groups["account"].Value, match.Groups["region"].Value, match.Groups["name"].Value, Value(match, "tag"), Value(match, "digest"))
        : null;

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true } found ? found.Value : null;

    [GeneratedRegex(
        @"^(?:https?://)?(?<account>[0-9]{12})\.dkr[.-]ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)/(?<name>[^:@]+)"
            + @"(?::(?<tag>[^@]+))?(?:@(?<digest>sha256:[0-9a-f]+))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PrivateRegistry();
}
