using System.Runtime.CompilerServices;
using DrInfra.Policies.Reading;

namespace DrInfra.Policies.Rules.Backup;

/// <summary>What is backed up, by which plans: read once for all the rules that ask.</summary>
internal sealed class BackupEstate
{
    private static readonly ConditionalWeakTable<Estate, BackupEstate> Read = [];

    private BackupEstate(Estate estate)
    {
        Stores = BackupStores.Of(estate);
        var byRegion = Stores.ToLookup(store => store.Region);
        Selections = [.. estate.OfType(BackupSelection.SelectionType).Select(node => BackupSelection.Of(estate, node, byRegion[node.Region]))];
        _byStore = Selections.SelectMany(selection => selection.Stores.Select(store => (store, selection)))
            .ToLookup(pair => pair.store, pair => pair.selection);
    }

    private readonly ILookup<BackupStore, BackupSelection> _byStore;

    public IReadOnlyList<BackupStore> Stores { get; }

    public IReadOnlyList<BackupSelection> Selections { get; }

    /// <summary>The selections that take a store.</summary>
    public IEnumerable<BackupSelection> Of(BackupStore store) => _byStore[store];

    /// <summary>The rules of all plans that back a store up.</summary>
    public IEnumerable<PlanRule> RulesOf(BackupStore store) =>
        Of(store).Select(selection => selection.Plan).OfType<Node>().Distinct().SelectMany(PlanRule.Of);

    public static BackupEstate Of(Estate estate) => Read.GetValue(estate, found => new BackupEstate(found));
}
