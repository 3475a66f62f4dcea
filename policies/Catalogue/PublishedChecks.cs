using System.Text.Json;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Catalogue;

/// <summary>A check that somebody else has published.</summary>
/// <param name="Id">As its publisher spells it.</param>
/// <param name="Service">What it looks at.</param>
public sealed record PublishedCheck(string Id, string Source, string Service)
{
    /// <summary>The rules of this pack with the same idea.</summary>
    public IReadOnlyList<Rule> CoveredBy => [.. RecoveryPolicyPack.Rules.Where(rule => rule.Also.Contains(Id))];

    /// <summary>Why none has; null where some has, or where nobody said.</summary>
    public string? Reason => CoveredBy.Count > 0 ? null : UncoveredChecks.ReasonFor(this);
}

/// <summary>Published checks on backup, replication, redundancy, failover, retention, protection and detection: a sample.</summary>
public static class PublishedChecks
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>By publisher, in their order.</summary>
    public static IReadOnlyList<PublishedCheck> All { get; } = Load();

    /// <summary>By id; null where it is not in the sample.</summary>
    public static PublishedCheck? Find(string id) => All.FirstOrDefault(check => check.Id == id);

    private static PublishedCheck[] Load()
    {
        using var stream = typeof(PublishedChecks).Assembly.GetManifestResourceStream("published-checks.json")!;
        return JsonSerializer.Deserialize<PublishedCheck[]>(stream, CamelCase)!;
    }
}
