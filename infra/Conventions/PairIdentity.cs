using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Conventions;

/// <summary>
/// What names, ARNs, endpoints and plans of a pair are computed from: the same in both stacks, so that each knows the other's without reading
/// it.
/// </summary>
/// <param name="Project">The project's name.</param>
/// <param name="Pair">The pair's name.</param>
/// <param name="AccountId">The account, 12 digits.</param>
/// <param name="Regions">The two Regions.</param>
/// <param name="Dns">The hosted zone; null where no workload has an endpoint.</param>
public sealed record PairIdentity(string Project, string Pair, string AccountId, RegionPair Regions, DnsSettings? Dns)
{
    /// <summary>The third Region, which watches the two; null where nobody does.</summary>
    public string? Witness { get; init; }

    /// <summary>Whether triggers start plans.</summary>
    public bool IsArmed { get; init; }

    /// <summary>The names.</summary>
    public Names Names => new(this);
}
