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
        return stores;
    }

    private StoreSettings ReadStore(SettingsMap node, RecoveryTier tier)
    {
        var allowed = string.Join(", ", _kinds.Keys);
        var entry = new StoreEntry(
            node,
            tier,
            node.Text("name", SettingsPatterns.StoreName, $"2 to 24 characters: {SettingsPatterns.NameAllowed}"),
            node.Number("sizeGb", 0.001, MostGb, "GB"),
            node.Number("changeGbPerDay", 0, MostGb, "GB a day"));
        var kind = node.Text("kind", SettingsPatterns.Any, allowed);
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
