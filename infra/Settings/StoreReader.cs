using DrInfra.Infra.Data;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads the <c>stores</c> of a workload, and refuses what its tier and Regions cannot do.</summary>
internal sealed class StoreReader
{
    private const double MostGb = 100_000_000;

    private readonly StrongConsistency _consistency;
    private readonly string _databaseVersion;
    private readonly Dictionary<string, Func<StoreEntry, StoreSettings>> _kinds;

    public StoreReader(StrongConsistency consistency, string databaseVersion)
    {
        _consistency = consistency;
        _databaseVersion = databaseVersion;
        _kinds = new()
        {
            ["database"] = Database,
            ["table"] = Table,
            ["bucket"] = Bucket,
            ["stream"] = Stream,
            ["queue"] = Queue,
            ["catalogue"] = Catalogue,
            [OffsiteStore.KindName] = entry => OffsiteReader.Read(entry.Node, entry.Name, _consistency.Regions),
            ["wide-column"] = WideColumn,
        };
    }

    public List<StoreSettings> Read(SettingsMap workload, RecoveryTier tier)
    {
        var nodes = workload.Maps("stores");
        if (nodes.Count == 0)
        {
            workload.Problem("stores", "a workload needs at least one store", "at least one store");
        }

        var stores = nodes.Select(node => ReadStore(node, tier)).ToList();
        WorkloadReader.RefuseDuplicates(nodes, stores, store => store.Name, "name");
        foreach (var (store, index) in stores.Select((store, index) => (store, index)))
        {
            if (store is CatalogueStore catalogue)
            {
                CatalogueReader.Check(nodes[index], catalogue, stores);
            }
        }

        OffsiteReader.Resolve(nodes, stores);
        return stores;
    }

    private StoreSettings ReadStore(SettingsMap node, RecoveryTier tier)
    {
        var allowed = string.Join(", ", _kinds.Keys);
        var name = node.Text("name", SettingsPatterns.StoreName, $"2 to 24 characters: {SettingsPatterns.NameAllowed}");
        var kind = node.Text("kind", SettingsPatterns.Any, allowed);

        // A copy of a bucket is as large as the bucket.
        var entry = kind == OffsiteStore.KindName
            ? new StoreEntry(node, tier, name, 0, 0)
            : new StoreEntry(
                node, tier, name, node.Number("sizeGb", 0.001, MostGb, "GB"), node.Number("changeGbPerDay", 0, MostGb, "GB a day"));
        if (_kinds.TryGetValue(kind, out var read))
        {
            var store = read(entry);
            node.RefuseUnknownKeys();
            return store;
        }

        if (kind.Length > 0)
        {
            node.Problem("kind", NearestName.Hint("unknown kind", NearestName.Of(kind, _kinds.Keys)), allowed);
        }

        return new BucketStore(entry.Name, entry.SizeGb, entry.ChangeGbPerDay);
    }

    private DatabaseStore Database(StoreEntry entry)
    {
        var store = new DatabaseStore(
            entry.Name,
            entry.SizeGb,
            entry.ChangeGbPerDay,
            entry.Node.Text(
                "instanceClass",
                SettingsPatterns.InstanceClass,
                "a memory-optimized class that global databases support, for example db.r7g.large",
                "db.r7g.large"),
            VersionReader.Database(entry.Node, "engineVersion", _databaseVersion));
        RefuseZeroRpo(entry, "a database replicates to another Region asynchronously");
        return store;
    }

    private static BucketStore Bucket(StoreEntry entry)
    {
        RefuseZeroRpo(entry, "a bucket replicates to another Region asynchronously");
        return new BucketStore(entry.Name, entry.SizeGb, entry.ChangeGbPerDay);
    }

    private static StreamStore Stream(StoreEntry entry)
    {
        var (node, least) = (entry.Node, Retention.StreamHours(entry.Tier));
        RefuseZeroRpo(entry, "a stream replicates to another Region asynchronously");
        var stated = node.Has("topics");
        var topics = node.Texts("topics", SettingsPatterns.Topic, "a topic's name: letters, digits and . _ -, beginning with a letter");
        if (!stated || node.Find("topics")?.Value is YamlList { Items.Count: 0 })
        {
            node.Problem("topics", "missing", "the names of the topics", "add topics, for example topics: [orders]");
        }

        if (topics.GroupBy(topic => topic, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            node.Problem("topics", $"duplicate: {twice.Key} is named twice", "each topic once");
        }

        var brokers = node.Whole("brokers", StreamStorage.Copies, 60, "brokers", StreamStorage.Copies);
        if (brokers % StreamStorage.Copies != 0)
        {
            node.Problem("brokers", "each of the three zones has the same number of brokers", "a multiple of 3");
        }

        var retention = node.OptionalDuration("retention") is { } time ? (int)Math.Ceiling(time.TotalHours) : least;
        if (retention < least)
        {
            node.Problem("retention", $"shorter than corruption may be unnoticed in tier {entry.Tier.Name}", $"{least}h or longer, or omit it");
        }

        var store = new StreamStore(
            entry.Name,
            entry.SizeGb,
            entry.ChangeGbPerDay,
            topics,
            brokers,
            node.Text("instanceType", SettingsPatterns.BrokerType, "a Standard broker, for example kafka.m7g.large", "kafka.m7g.large"),
            retention);
        if (!StreamStorage.Fits(store))
        {
            node.Problem("sizeGb", $"{brokers} brokers cannot hold it: each would need {StreamStorage.GibOf(store)} GiB", "more brokers, or less data");
        }

        return store;
    }

    private QueueStore Queue(StoreEntry entry)
    {
        var store = QueueReader.Read(entry.Node, entry.Tier, entry.Name, entry.SizeGb, entry.ChangeGbPerDay, _consistency.Regions);
        RefuseZeroRpo(entry, "SNS delivers messages to another Region after it acknowledges them");
        return store;
    }

    private static CatalogueStore Catalogue(StoreEntry entry)
    {
        RefuseZeroRpo(entry, "the objects that a catalogue is about replicate to another Region asynchronously");
        return CatalogueReader.Read(entry.Node, entry.Name, entry.SizeGb, entry.ChangeGbPerDay);
    }

    private static WideColumnStore WideColumn(StoreEntry entry)
    {
        RefuseZeroRpo(entry, "a keyspace replicates to another Region asynchronously");
        return WideColumnReader.Read(entry.Node, entry.Tier, entry.Name, entry.SizeGb, entry.ChangeGbPerDay);
    }

    private TableStore Table(StoreEntry entry)
    {
        var (node, tier) = (entry.Node, entry.Tier);
        var zeroRpo = tier.For(Disruption.Region).Rpo == TimeSpan.Zero;
        var strong = node.Choice(
            "consistency",
            new Dictionary<string, bool> { ["eventual"] = false, ["strong"] = true },
            zeroRpo);
        var partitionKey = node.Text("partitionKey", SettingsPatterns.Attribute, "the name of an attribute", "id");
        var sortKey = node.OptionalText("sortKey", SettingsPatterns.Attribute, "the name of an attribute");
        var expiry = node.OptionalText("expiryAttribute", SettingsPatterns.Attribute, "the name of an attribute");
        if (sortKey == partitionKey)
        {
            node.Problem("sortKey", "this attribute is already the partition key", "another attribute");
        }

        if (zeroRpo && !strong)
        {
            RefuseZeroRpo(entry, "an eventually consistent table replicates after it acknowledges a write");
        }

        if (strong)
        {
            CheckStrong(node, tier, expiry);
        }

        return new TableStore(entry.Name, entry.SizeGb, entry.ChangeGbPerDay, partitionKey, sortKey, expiry, strong);
    }

    private void CheckStrong(SettingsMap node, RecoveryTier tier, string? expiry)
    {
        var key = node.Has("consistency") ? "consistency" : "name";
        if (tier.Strategy == Strategy.BackupRestore)
        {
            node.Problem(key, $"tier {tier.Name} has no standby replica for strongly consistent writes", "eventual, or a tier with a standby");
        }

        // DynamoDB refuses expiry on strongly consistent tables (gotcha 81).
        if (expiry is not null)
        {
            node.Problem("expiryAttribute", "a strongly consistent table cannot use TTL", "nothing, or consistency: eventual");
        }

        if (_consistency.OfRegions() is { } misfit)
        {
            node.Problem(key, $"{misfit.What}, so no table can be strongly consistent across them", misfit.Allowed);
        }
        else
        {
            _consistency.RequireWitness("a strongly consistent table in two Regions");
        }
    }

    private static void RefuseZeroRpo(StoreEntry entry, string because)
    {
        var (node, tier) = (entry.Node, entry.Tier);
        if (tier.For(Disruption.Region).Rpo == TimeSpan.Zero)
        {
            node.Problem(
                node.Has("consistency") ? "consistency" : "kind",
                $"tier {tier.Name} has a Region RPO of 0, but {because}",
                "a strongly consistent table, or a tier with a Region RPO above 0s");
        }
    }

    /// <summary>What every kind of store has.</summary>
    private sealed record StoreEntry(SettingsMap Node, RecoveryTier Tier, string Name, double SizeGb, double ChangeGbPerDay);
}
