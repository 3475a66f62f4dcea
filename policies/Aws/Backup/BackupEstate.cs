namespace DrInfra.Policies.Aws.Backup;

/// <summary>What is backed up, by which plans: read once for the assessment and for all the rules that ask.</summary>
internal sealed class BackupEstate
{
    private readonly ILookup<BackupStore, BackupSelection> _byStore;
    private readonly ILookup<BackupStore, BackupSelection> _perhaps;
    private readonly Dictionary<Node, BackupSelection> _bySelection;
    private readonly Dictionary<(Node Node, string? Region), BackupStore> _byNode;
    private readonly ILookup<Node, BackupStore> _byResource;
    private readonly Estate _estate;

    private BackupEstate(Estate estate)
    {
        _estate = estate;
        Stores = BackupStores.Of(estate);
        _byNode = Stores.DistinctBy(store => (store.Node, store.Region)).ToDictionary(store => (store.Node, store.Region));
        _byResource = Stores.ToLookup(store => store.Node);
        var byRegion = Stores.ToLookup(store => store.Region);
        var untold = Stores.Where(store => store.HasUnknownTags).ToLookup(store => store.Region);
        var byTag = Stores.SelectMany(store => store.Tags.Select(tag => (Key: (store.Region, tag.Key, tag.Value), store)))
            .ToLookup(pair => pair.Key, pair => pair.store);
        Selections = [.. estate.OfType(BackupTypes.Selection).Select(node => BackupSelection.Of(estate, node, Candidates(node)))];
        _bySelection = Selections.ToDictionary(selection => selection.Node);
        _byStore = Selections.SelectMany(selection => selection.Stores.Select(store => (store, selection)))
            .ToLookup(pair => pair.store, pair => pair.selection);
        _perhaps = Selections.SelectMany(selection => selection.Perhaps.Select(store => (store, selection)))
            .ToLookup(pair => pair.store, pair => pair.selection);

        // A thousand workloads with a selection each: every one tries only the stores that have the rarest of the tags that it demands.
        IEnumerable<BackupStore> Candidates(Node selection) => BackupSelection.Demanded(selection)
            .Select(tag => byTag[(selection.Region, tag.Key, tag.Value)])
            .MinBy(stores => stores.Count())?.Concat(untold[selection.Region]).Distinct()
            ?? (selection.Region is null ? Stores : byRegion[selection.Region].Concat(byRegion[null]));
    }

    public IReadOnlyList<BackupStore> Stores { get; }

    public IReadOnlyList<BackupSelection> Selections { get; }

    /// <summary>A selection by its resource.</summary>
    public BackupSelection? Of(Node selection) => _bySelection.GetValueOrDefault(selection);

    /// <summary>A resource as AWS Backup sees it, in each Region that it is in.</summary>
    public IEnumerable<BackupStore> StoresOf(Node node) => _byResource[node];

    /// <summary>A resource as AWS Backup sees it in a Region; null where it backs up nothing of the kind.</summary>
    public BackupStore? Find(Node node, string? region) => _byNode.GetValueOrDefault((node, region));

    /// <summary>The selections that take a store.</summary>
    public IEnumerable<BackupSelection> Of(BackupStore store) => _byStore[store];

    /// <summary>The selections that may take a store: only the deployment will tell.</summary>
    public IEnumerable<BackupSelection> PerhapsOf(BackupStore store) => _perhaps[store];

    /// <summary>The selections that take what no resource of the program is, and those that may take it.</summary>
    public ILookup<bool, BackupSelection> Taking(BackupStore store) => Selections
        .Where(selection => selection.Node.Region is null || selection.Node.Region == store.Region)
        .Select(selection => (Selection: selection, Takes: BackupSelection.Takes(selection.Node, store)))
        .Where(pair => pair.Takes != false).ToLookup(pair => pair.Takes == true, pair => pair.Selection);

    /// <summary>The rules of all plans that back a store up.</summary>
    public IEnumerable<PlanRule> RulesOf(BackupStore store) =>
        Of(store).Select(selection => selection.Plan).OfType<Node>().Distinct().SelectMany(PlanRule.Of);

    /// <summary>The vaults that a store's backups are copied to.</summary>
    public IEnumerable<Reference> CopiesOf(BackupStore store) =>
        RulesOf(store).SelectMany(rule => rule.Copies.Select(copy => BackupVaults.Destination(_estate, rule.Plan, copy)));

    /// <summary>Whether a selection takes a resource, or may take it.</summary>
    public bool MayTake(Node node) => Find(node, node.Region) is { } store && (_byStore[store].Any() || _perhaps[store].Any());

    /// <summary>Whether backups of a resource are copied to another Region, or may be.</summary>
    public bool MayLeave(Node node) =>
        Find(node, node.Region) is { } store
            && (_perhaps[store].Any() || CopiesOf(store).Any(vault => vault.Region is not { } region || region != node.Region));

    public static BackupEstate Of(Estate estate) => estate.Once(static estate => new BackupEstate(estate));
}
