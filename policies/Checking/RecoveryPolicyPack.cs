using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Backup;
using DrInfra.Policies.Rules.Caches;
using DrInfra.Policies.Rules.Containers;
using DrInfra.Policies.Rules.Data;
using DrInfra.Policies.Rules.Databases;
using DrInfra.Policies.Rules.Detection;
using DrInfra.Policies.Rules.Network;
using DrInfra.Policies.Rules.Objectives;
using DrInfra.Policies.Rules.Ownership;
using DrInfra.Policies.Rules.Search;
using DrInfra.Policies.Rules.Storage;
using DrInfra.Policies.Rules.Streams;
using DrInfra.Policies.Rules.Traffic;
using DrInfra.Policies.Rules.Warehouses;

namespace DrInfra.Policies.Checking;

/// <summary>The rules, as an explicit list.</summary>
public static class RecoveryPolicyPack
{
    public const string Name = "drinfra-recovery";

    public const string Version = "0.1.0";

    /// <summary>Every rule, in the order of reports.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        .. ObjectivesRules.All,
        .. OwnershipRules.All,
        .. DataRules.All,
        .. DatabasesRules.All,
        .. StorageRules.All,
        .. BackupRules.All,
        .. DetectionRules.All,
        .. NetworkRules.All,
        .. CachesRules.All,
        .. SearchRules.All,
        .. WarehousesRules.All,
        .. StreamsRules.All,
        .. ContainersRules.All,
        .. TrafficRules.All,
    ];

    /// <summary>A rule by its id, or by one that it had; null where there is none.</summary>
    public static Rule? Find(string id) => Rules.FirstOrDefault(rule => rule.Id == id) ?? Rules.FirstOrDefault(rule => rule.Aliases.Contains(id));
}
