namespace DrInfra.Policies.Rules.Storage;

/// <summary>The pack's rules on buckets, keys, secrets and parameters, in the order of reports.</summary>
internal static class StorageRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
