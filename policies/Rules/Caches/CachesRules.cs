namespace DrInfra.Policies.Rules.Caches;

/// <summary>The pack's rules on caches, in the order of reports.</summary>
internal static class CachesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new CacheFailsOver(),
        new GlobalCacheMembersAgree(),
    ];
}
