using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

/// <summary>What is backed up, by which plans: read once for all the rules that ask.</summary>
internal sealed class BackupEstate
{
    private readonly ILookup<BackupStore, BackupSelection> _byStore;
    private readonly Dictionary<Node, BackupSelection> _bySelection;

    private BackupEstate(Estate estate)
    {
        Stores = BackupStores.Of(estate);
        var byRegion = Stores.ToLookup(store => store.Region);
        var byTag = Stores.SelectMany(store => store.Tags.Select(tag => (Key: (store.Region, tag.Key, tag.Value), store))).ToLookup(pair => pair.Key, pair => pair.store);
        Selections = [.. estate.OfType(BackupTypes.Selection).Select(node => BackupSelection.Of(estate, node, Candidates(node)))];
        _bySelection = Selections.ToDictionary(selection => selection.Node);
        _byStore = Selections.SelectMany(selection => selection.Stores.Select(store => (store, selection)))
            .ToLookup(pair => pair.store, pair => pair.selection);

        // A thousand workloads with a selection each: every one tries only the stores that have the rarest of the tags that it demands.
        IEnumerable<BackupStore> Candidates(Node selection) => new Assessment.BackupSelection(selection).Equalities
            .Select(tag => byTag[(selection.Region, tag.Key, tag.Value)])
            .MinBy(stores => stores.Count()) ?? byRegion[selection.Region];
    }

    public IReadOnlyList<BackupStore> Stores { get; }

    public IReadOnlyList<BackupSelection> Selections { get; }

    /// <summary>A selection by its resource.</summary>
    public BackupSelection? Of(Node selection) => _bySelection.GetValueOrDefault(selection);

    /// <summary>The selections that take a store.</summary>
    public IEnumerable<BackupSelection> Of(BackupStore store) => _byStore[store];

    /// <summary>The rules of all plans that back a store up.</summary>
    public IEnumerable<PlanRule> RulesOf(BackupStore store) =>
        Of(store).Select(selection => selection.Plan).OfType<Node>().Distinct().SelectMany(PlanRule.Of);

    public static BackupEstate Of(Estate estate) => estate.Once(static estate => new BackupEstate(estate));
}
