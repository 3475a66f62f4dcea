namespace DrInfra.Policies.Rules.Network;

/// <summary>The pack's rules on networks, servers and their likeness in both Regions, in the order of reports.</summary>
internal static class NetworkRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new StandbyIsLikePrimary(),
    ];
}
