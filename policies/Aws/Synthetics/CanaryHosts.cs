using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Aws.Synthetics;

/// <summary>The hosts that a canary is told to probe, by the values of its environment.</summary>
internal static class CanaryHosts
{
    public static IEnumerable<(Prop Value, string Host)> Of(Node canary)
    {
        foreach (var (_, value) in canary["runConfig"]["environmentVariables"].Members)
        {
            if (value.Text is { } text && HostOf(text) is { } host)
            {
                yield return (value, host);
            }
        }
    }

    private static string? HostOf(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0)
        {
            return address.Host;
        }

        return DnsName.LooksLikeHost(text) ? DnsName.Normal(text) : null;
    }
}
