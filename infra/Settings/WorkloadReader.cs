using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads <c>workloads</c> and refuses what their tiers and Regions cannot do.</summary>
internal sealed class WorkloadReader(IReadOnlyDictionary<string, RecoveryTier> tiers, StrongConsistency consistency, string databaseVersion)
{
    private readonly StoreReader _stores = new(consistency, databaseVersion);

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
        var stores = _stores.Read(node, tier);
        var endpoint = node.OptionalText("endpoint", SettingsPatterns.DnsLabel, "one label of a DNS name: lower-case letters, digits, hyphens");
        var workload = new WorkloadSettings(
            name,
            node.Text("owner", SettingsPatterns.Owner, "letters, digits and @ . _ -, for example payments-team"),
            tier,
            endpoint,
            ServingReader.Read(node, endpoint),
            node.Flag("clientSideEncryption", false),
            stores)
        {
            Pipelines = new PipelineReader(consistency).Read(node, name, tier, stores),
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
}
