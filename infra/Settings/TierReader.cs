using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads <c>tiers</c>: changes to the default tiers, and further ones.</summary>
internal static class TierReader
{
    // Acknowledgement that locked objects cannot be deleted by anyone, the account's root user included, until they expire.
    private const string ComplianceLock = "compliance-lock";

    /// <summary>What <c>decideUntilArmed</c> may be.</summary>
    public const string UntilArmedAllowed = "the time that people have to decide while automaticFailover is observe, for example 5m";

    // How far continuous backups reach back, whatever the store.
    private static readonly TimeSpan LongestWindow =
        TimeSpan.FromSeconds(new[] { "aurora-backup-retention", "ddb-pitr-window" }.Min(id => FactBook.Get(id).Seconds!.Value));

    private static readonly TimeSpan PointInTimeFloor = TimeSpan.FromSeconds(FactBook.Seconds("aurora-pitr-rpo"));

    private static readonly TimeSpan LeastEnforcedRpo = TimeSpan.FromSeconds(FactBook.Least("aurora-gdb-managed-rpo"));

    private static readonly Dictionary<string, Strategy> Strategies = new()
    {
        ["backup-restore"] = Strategy.BackupRestore,
        ["pilot-light"] = Strategy.PilotLight,
        ["warm-standby"] = Strategy.WarmStandby,
        ["active-active"] = Strategy.ActiveActive,
    };

    public static IReadOnlyDictionary<string, RecoveryTier> Read(SettingsMap root, SettingsReading reading)
    {
        var tiers = DefaultTiers.All.ToDictionary(tier => tier.Name, StringComparer.Ordinal);
        var acknowledged = root.Texts("acknowledged", SettingsPatterns.Any, ComplianceLock);
        foreach (var unknown in acknowledged.Where(text => text != ComplianceLock))
        {
            root.Problem("acknowledged", $"{unknown} cannot be acknowledged", ComplianceLock);
        }

        if (root.Map("tiers") is { } node)
        {
            foreach (var name in node.Members.Select(member => member.Key))
            {
                if (!SettingsPatterns.WorkloadName.IsMatch(name))
                {
                    reading.Add($"tiers.{name}", reading.Source, "not a name", name, $"2 to 32 characters: {SettingsPatterns.NameAllowed}");
                }
                else if (name == "shared")
                {
                    reading.Add($"tiers.{name}", reading.Source, "the name shared is reserved for resources of all workloads", name, "another name");
                }
                else if (node.Map(name) is { } tier)
                {
                    tiers[name] = ReadTier(tier, name, tiers.GetValueOrDefault(name), acknowledged.Contains(ComplianceLock));
                }
            }
        }

        return tiers;
    }

    /// <summary>
    /// Whoever promises to survive the loss of the account needs a vault that nobody in it can empty, and an account that can read
    /// the vault without it.
    /// </summary>
    public static void RequireAccountSurvival(SettingsMap root, IReadOnlyList<WorkloadSettings> workloads)
    {
        if (workloads.FirstOrDefault(workload => workload.Tier.For(Disruption.Account) != Objective.None) is not { } workload)
        {
            return;
        }

        var promise = $"{workload.Name} (tier {workload.Tier.Name}) has an objective for the loss of the account";
        if (!root.Has("recoveryAccountId"))
        {
            root.Problem("recoveryAccountId", $"missing: {promise}, so another account must be able to reach the copies",
                "another account's 12 digits, in quotes");
        }

        if (!root.Texts("acknowledged", SettingsPatterns.Any, ComplianceLock).Contains(ComplianceLock))
        {
            root.Problem(
                "acknowledged",
                $"{promise}, which needs an air-gapped vault: its backups cannot be deleted, and are billed, until they expire",
                $"[{ComplianceLock}], or tiers without an objective for account",
                $"add {ComplianceLock} to acknowledged");
        }
    }

    private static RecoveryTier ReadTier(SettingsMap node, string name, RecoveryTier? fallback, bool lockAcknowledged)
    {
        var tier = new RecoveryTier
        {
            Name = name,
            Strategy = node.Choice("strategy", Strategies, fallback?.Strategy),
            Objectives = ReadObjectives(node, fallback),
            CorruptionDetection = node.OptionalDuration("corruptionDetection") ?? fallback?.CorruptionDetection ?? TimeSpan.FromHours(24),
            Decide = ReadDecision(node, fallback?.Decide ?? new Decision(TimeSpan.FromHours(1))),
            DecideUntilArmed = node.OptionalDuration("decideUntilArmed", UntilArmedAllowed) ?? fallback?.DecideUntilArmed,
            TwoPeople = node.Flag("twoPeople", fallback?.TwoPeople ?? false),
            EnforceRpo = node.Flag("enforceRpo", fallback?.EnforceRpo ?? false),
            ImmutableDays = node.Whole("immutableDays", 0, 36500, "days", fallback?.ImmutableDays ?? 0),
        };
        node.RefuseUnknownKeys();
        Check(node, tier, lockAcknowledged);
        return tier;
    }

    private static Dictionary<Disruption, Objective> ReadObjectives(SettingsMap node, RecoveryTier? fallback)
    {
        var objectives = new Dictionary<Disruption, Objective>();
        var given = node.Map("objectives");
        if (given is null && fallback is null && !node.Has("objectives"))
        {
            node.Problem("objectives", "missing: a tier needs objectives", "objectives by disruption, for example {region: {rpo: 5m, rto: 30m}}");
        }

        foreach (var disruption in DisruptionNames.All)
        {
            var known = fallback?.For(disruption) ?? Objective.None;
            var own = given?.Map(disruption.Text());
            objectives[disruption] = own is null
                ? known
                : new Objective(own.DurationOrNone("rpo", known.Rpo), own.DurationOrNone("rto", known.Rto));
            own?.RefuseUnknownKeys();
            if (objectives[disruption].Rto == TimeSpan.Zero)
            {
                own?.Problem("rto", "an RTO of 0 is not possible", "a duration above 0s, or none");
            }
        }

        given?.RefuseUnknownKeys();
        return objectives;
    }

    private static Decision ReadDecision(SettingsMap node, Decision fallback)
    {
        if (node.OptionalText("decide", SettingsPatterns.Any, "automatic, or a duration") is not { } text)
        {
            return fallback;
        }

        if (text == "automatic")
        {
            return Decision.Automatic;
        }

        if (DurationText.TryParse(text, out var within) && within > TimeSpan.Zero)
        {
            return new Decision(within);
        }

        node.Problem("decide", "neither automatic nor a duration", "automatic, or the time that people have to decide, for example 15m");
        return fallback;
    }

    private static void Check(SettingsMap node, RecoveryTier tier, bool lockAcknowledged)
    {
        var region = tier.For(Disruption.Region);
        if (tier.EnforceRpo && (region.Rpo is null || region.Rpo < LeastEnforcedRpo))
        {
            node.Problem(
                "enforceRpo", "the tier has no Region RPO that can be enforced",
                $"false, or an rpo of region of {DurationText.Format(LeastEnforcedRpo)} or more");
        }

        if (node.Has("decideUntilArmed") && tier.Decide.Within is not null)
        {
            node.Problem("decideUntilArmed", "it is for tiers with decide: automatic", "nothing, or decide: automatic");
        }
        else if (tier.DecideUntilArmed is { } untilArmed && untilArmed <= TimeSpan.Zero)
        {
            node.Problem("decideUntilArmed", "people take time to decide", UntilArmedAllowed);
        }

        var corruption = tier.For(Disruption.Corruption);
        if (corruption.Rpo is { } rpo && rpo < tier.CorruptionDetection + PointInTimeFloor)
        {
            node.Problem(
                "objectives",
                $"an RPO for corruption of {DurationText.Format(rpo)} is promised, but it is detected only after "
                    + $"{DurationText.Format(tier.CorruptionDetection)}",
                $"corruptionDetection plus {DurationText.Format(PointInTimeFloor)} (the granularity of PITR): "
                    + $"{DurationText.Format(tier.CorruptionDetection + PointInTimeFloor)} or more");
        }

        if (tier.CorruptionWindow > LongestWindow)
        {
            node.Problem(
                "corruptionDetection",
                $"detection, decision and restore take {DurationText.Format(tier.CorruptionWindow)} together, which is longer than the PITR window",
                $"together at most {DurationText.Format(LongestWindow)}, the longest PITR window");
        }

        if (tier.ImmutableDays > 0 && !lockAcknowledged)
        {
            node.Problem(
                "immutableDays",
                "a compliance lock cannot be removed: the objects cannot be deleted, and are billed, until they expire",
                $"0, or acknowledge it: acknowledged: [{ComplianceLock}]");
        }
    }
}
