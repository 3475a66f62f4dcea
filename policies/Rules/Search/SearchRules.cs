namespace DrInfra.Policies.Rules.Search;

/// <summary>The pack's rules on search domains, in the order of reports.</summary>
internal static class SearchRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new SearchDomainHasThreeDataNodes(),
        new SearchDomainHasThreeMasters(),
        new SearchDomainIsLoggedAndReachedPrivately(),
        new SearchDomainHasSubnetsForItsZones(),
        new FollowingDomainHasAConnection(),
    ];
}
