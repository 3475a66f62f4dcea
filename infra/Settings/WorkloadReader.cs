using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads <c>workloads</c> and refuses what their tiers and Regions cannot do.</summary>
internal sealed class WorkloadReader(
    StackReading reading,
    IReadOnlyDictionary<string, RecoveryTier> tiers,
    RegionPair? regions,
    string? witness,
    string databaseVersion)
{
    private const double MostGb = 100_000_000;

    private readonly StrongConsistency _consistency = new(reading, regions, witness);

    public IReadOnlyList<WorkloadSettings> Read(SettingsMap root)
    {
        var nodes = root.Maps("workloads");
        if (nodes.Count == 0)
        {
            root.Problem("workloads", "no workload is defined", "at least one workload");
        }

        var workloads = nodes.Select(ReadWorkload).ToList();
        RefuseDuplicates(nodes, workloads, workload => workload.Name, "name");
        RefuseDuplicates(nodes, workloads, workload => workload.Endpoint, "endpoint");
        return workloads;
    }

    /// <summary>Says of each item whose name another one before it has.</summary>
    public static void RefuseDuplicates<T>(IReadOnlyList<SettingsMap> nodes, IReadOnlyList<T> items, Func<T, string?> name, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            if (name(item) is { Length: > 0 } text && !seen.Add(text))
            {
                nodes[index].Problem(key, $"duplicate: {text} is already used", $"a unique {key}");
            }
        }
    }

    private WorkloadSettings ReadWorkload(SettingsMap node)
    {
        var name = node.Text("name", SettingsPatterns.WorkloadName, $"2 to 32 characters: {SettingsPatterns.NameAllowed}");
        if (name == "shared")
        {
            node.Problem("name", "the name shared is reserved for resources of all workloads", "another name");
        }
        else if (name == FollowerSettings.Namespace)
        {
            node.Problem("name", $"{name} is the namespace of what starts pipelines", "another name");
        }
        else if (tiers.ContainsKey(name))
        {
            node.Problem("name", $"{name} is the name of a tier, whose workloads can share a Region-switch plan of that name", "another name");
        }

        var tier = ReadTier(node);
        var endpoint = node.OptionalText("endpoint", SettingsPatterns.DnsLabel, "one label of a DNS name: lower-case letters, digits, hyphens");
        var workload = new WorkloadSettings(
            name,
            node.Text("owner", SettingsPatterns.Owner, "letters, digits and @ . _ -, for example payments-team"),
            tier,
            endpoint,
            ServingReader.Read(node, endpoint),
            node.Flag("clientSideEncryption", false),
            ReadStores(node, tier))
        {
            Pipelines = new PipelineReader(_consistency).Read(node, tier),
        };
        node.RefuseUnknownKeys();
        return workload;
    }

    private RecoveryTier ReadTier(SettingsMap node)
    {
        var allowed = string.Join(", ", tiers.Keys);
        var name = node.Text("tier", SettingsPatterns.Any, allowed);
        if (tiers.TryGetValue(name, out var tier))
        {
            return tier;
        }

        if (name.Length > 0)
        {
            var nearest = NearestName.Of(name, tiers.Keys);
            node.Problem("tier", NearestName.Hint("unknown tier", nearest), allowed);
        }

        // The one mistake is told: a tier with a standby refuses no store.
        return DefaultTiers.All[0];
    }

    private List<StoreSettings> ReadStores(SettingsMap workload, RecoveryTier tier)
    {
        var nodes = workload.Maps("stores");
        if (nodes.Count == 0)
        {
            workload.Problem("stores", "a workload needs at least one store", "at least one store");
        }

        var stores = nodes.Select(node => ReadStore(node, tier)).ToList();
        RefuseDuplicates(nodes, stores, store => store.Name, "name");
        return stores;
    }

    private StoreSettings ReadStore(SettingsMap node, RecoveryTier tier)
    {
        var name = node.Text("name", SettingsPatterns.StoreName, $"2 to 24 characters: {SettingsPatterns.NameAllowed}");
        var size = node.Number("sizeGb", 0.001, MostGb, "GB");
        var change = node.Number("changeGbPerDay", 0, MostGb, "GB a day");
        var kind = node.Text("kind", SettingsPatterns.Any, "database, table, bucket");
        StoreSettings store;
        switch (kind)
        {
            case "database":
                store = new DatabaseStore(
                    name,
                    size,
                    change,
                    node.Text(
                        "instanceClass",
                        SettingsPatterns.InstanceClass,
                        "a memory-optimized class that global databases support, for example db.r7g.large",
                        "db.r7g.large"),
                    VersionReader.Database(node, "engineVersion", databaseVersion));
                RefuseZeroRpo(node, tier, "a database replicates to another Region asynchronously");
                break;
            case "table":
                store = ReadTable(node, name, size, change, tier);
                break;
            case "bucket":
                store = new BucketStore(name, size, change);
                RefuseZeroRpo(node, tier, "a bucket replicates to another Region asynchronously");
                break;
            default:
                if (kind.Length > 0)
                {
                    var nearest = NearestName.Of(kind, ["database", "table", "bucket"]);
                    node.Problem("kind", NearestName.Hint("unknown kind", nearest), "database, table, bucket");
                }

                return new BucketStore(name, size, change);
        }

        node.RefuseUnknownKeys();
        return store;
    }

    private TableStore ReadTable(SettingsMap node, string name, double size, double change, RecoveryTier tier)
    {
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
            RefuseZeroRpo(node, tier, "an eventually consistent table replicates after it acknowledges a write");
        }

        if (strong)
        {
            CheckStrong(node, tier, expiry);
        }

        return new TableStore(name, size, change, partitionKey, sortKey, expiry, strong);
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

    private static void RefuseZeroRpo(SettingsMap node, RecoveryTier tier, string because)
    {
        if (tier.For(Disruption.Region).Rpo == TimeSpan.Zero)
        {
            node.Problem(
                node.Has("consistency") ? "consistency" : "kind",
                $"tier {tier.Name} has a Region RPO of 0, but {because}",
                "a strongly consistent table, or a tier with a Region RPO above 0s");
        }
    }
}
