namespace DrInfra.Policies.Aws;

/// <summary>The parts of an Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>.</summary>
/// <param name="Resource">All after the fifth colon, such as <c>table/orders</c> or <c>backup-vault:main</c>.</param>
public readonly record struct Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    public static bool TryParse(string? text, out Arn arn)
    {
        arn = default;
        if (text is null || !text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return false;
        }

        var parts = text.Split(':', 6);
        if (parts.Length != 6)
        {
            return false;
        }

        arn = new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
        return true;
    }

    /// <summary>The Region that an ARN names; null where the text is no ARN or the resource is global.</summary>
    public static string? RegionOf(string? text) => TryParse(text, out var arn) && arn.Region.Length > 0 ? arn.Region : null;

    /// <summary>The name at the end: <c>orders</c> of <c>table/orders</c>, <c>main</c> of <c>backup-vault:main</c>.</summary>
    public string Name
    {
        get
        {
            var at = Resource.IndexOfAny([':', '/']);
            return at < 0 ? Resource : Resource[(at + 1)..];
        }
    }

    /// <summary>What the resource is: <c>table</c> of <c>table/orders</c>; empty where the ARN has a bare name (buckets, topics, queues).</summary>
    public string Kind
    {
        get
        {
            var at = Resource.IndexOfAny([':', '/']);
            return at < 0 ? "" : Resource[..at];
        }
    }
}
