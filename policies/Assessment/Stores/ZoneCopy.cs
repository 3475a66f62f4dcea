using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>What a store's own members in one Region are good for.</summary>
internal static class ZoneCopy
{
    /// <summary>Written to several zones before it is acknowledged, by a service that goes on by itself.</summary>
    /// <param name="what">The service, for reasons.</param>
    public static Copy Synchronous(Store store, string what)
    {
        var nothing = Derivation.Nothing("data not yet in the other zones", $"{what} writes to several zones before it acknowledges a write");
        var noStep = Derivation.Nothing($"{store.Label} stays available", "the service routes around the failure");
        return Regional(store, "copies in several zones").Survives(Disruption.Instance, nothing, noStep).Survives(Disruption.Zone, nothing, noStep).Build();
    }

    /// <summary>A copy that goes with its Region and its account, and follows every wrong write.</summary>
    public static CopyBuilder Regional(Store store, string kind) => new CopyBuilder(kind, store.Home, store.Node)
        .Loses(Disruption.Region, $"it is only in {store.Home ?? "one Region"}")
        .Loses(Disruption.Corruption, "all copies have the corrupt data")
        .Loses(Disruption.Account, "the account can delete it");
}
