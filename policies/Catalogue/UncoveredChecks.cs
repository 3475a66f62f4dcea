namespace DrInfra.Policies.Catalogue;

/// <summary>Why no rule covers a published check.</summary>
internal static class UncoveredChecks
{
    private const string NotRead = "the service is not read yet";

    private static readonly Dictionary<string, string> ByService = new(StringComparer.Ordinal)
    {
        ["Kubernetes"] = "Kubernetes objects are not read yet",
        ["CloudFront"] = NotRead,
        ["CloudTrail"] = NotRead,
        ["DLM"] = NotRead,
        ["Direct Connect"] = NotRead,
        ["DocumentDB"] = NotRead,
        ["ElastiCache"] = NotRead,
        ["Elastic DR"] = NotRead,
        ["Elasticsearch"] = NotRead,
        ["EventBridge"] = NotRead,
        ["FSx"] = NotRead,
        ["Kinesis"] = NotRead,
        ["MSK"] = NotRead,
        ["Managed Flink"] = NotRead,
        ["MemoryDB"] = NotRead,
        ["Neptune"] = NotRead,
        ["Network Firewall"] = NotRead,
        ["OpenSearch"] = NotRead,
        ["QLDB"] = NotRead,
        ["Redshift"] = NotRead,
    };

    private static readonly Dictionary<string, string> ById = new(StringComparer.Ordinal)
    {
        ["kms_cmk_not_multi_region"] = "the opposite: a key that exists in one Region alone is what a recovery fails on",
        ["CKV_AWS_165"] = "passes always, whatever is declared",
    };

    /// <summary>By id, else by service; null where nobody said.</summary>
    public static string? ReasonFor(PublishedCheck check) => ById.GetValueOrDefault(check.Id) ?? ByService.GetValueOrDefault(check.Service);

    /// <summary>Ids and services that reasons are given for.</summary>
    internal static IEnumerable<string> Ids => ById.Keys;

    internal static IEnumerable<string> Services => ByService.Keys;
}
