namespace DrInfra.Policies.Aws.Route53;

/// <summary>Names of Route 53 records and hosts, compared as DNS does: case and a dot at the end mean nothing.</summary>
internal static class DnsName
{
    public static string Normal(string name) => name.TrimEnd('.').ToLowerInvariant();

    /// <summary>A record's full name: as the provider completed it, else as stated; null where unknown.</summary>
    public static string? Of(Node record) => (record.Output("fqdn").Text ?? record["name"].Text) is { } name ? Normal(name) : null;

    /// <summary>The records of a name.</summary>
    public static IEnumerable<Node> Records(Estate estate, string host) => estate.Once(static estate => new RecordsByName(estate)).Of(Normal(host));

    /// <summary>Whether a text looks like a host in some domain: labels with dots between, the last one of letters.</summary>
    public static bool LooksLikeHost(string text)
    {
        var labels = text.TrimEnd('.').Split('.');
        return labels.Length >= 2
            && labels.All(label => label.Length is > 0 and < 64 && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            && labels[^1].All(char.IsAsciiLetter);
    }
}
