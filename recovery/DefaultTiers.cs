namespace DrInfra.Recovery;

/// <summary>
/// Four tiers from "the business stops" to "somebody waits". The figures are promises, not measurements: each is chosen so
/// that the platform's components can keep it in the worst case (docs/adr/0004-tiers.md).
/// </summary>
public static class DefaultTiers
{
    /// <summary>The tiers, most critical first.</summary>
    public static IReadOnlyList<RecoveryTier> All { get; } =
    [
        new()
        {
            Name = "mission-critical",
            Strategy = Strategy.WarmStandby,
            Objectives = new Dictionary<Disruption, Objective>
            {
                [Disruption.Instance] = new(Seconds(0), Minutes(5)),
                [Disruption.Zone] = new(Seconds(0), Minutes(10)),
                [Disruption.Region] = new(Minutes(5), Minutes(30)),
                [Disruption.Corruption] = new(Hours(2), Hours(8)),
                [Disruption.Account] = new(Hours(12), Hours(24)),
            },
            CorruptionDetection = Hours(1),
            Decide = Decision.Automatic,
            DecideUntilArmed = Minutes(5),
            EnforceRpo = true,
        },
        new()
        {
            Name = "business-critical",
            Strategy = Strategy.WarmStandby,
            Objectives = new Dictionary<Disruption, Objective>
            {
                [Disruption.Instance] = new(Seconds(0), Minutes(5)),
                [Disruption.Zone] = new(Seconds(0), Minutes(10)),
                [Disruption.Region] = new(Minutes(30), Hours(1)),
                [Disruption.Corruption] = new(Hours(6), Hours(12)),
                [Disruption.Account] = new(Hours(12), Hours(48)),
            },
            CorruptionDetection = Hours(4),
            Decide = new Decision(Minutes(15)),
            TwoPeople = true,
        },
        new()
        {
            Name = "business-operational",
            Strategy = Strategy.PilotLight,
            Objectives = new Dictionary<Disruption, Objective>
            {
                [Disruption.Instance] = new(Seconds(0), Minutes(15)),
                [Disruption.Zone] = new(Seconds(0), Minutes(30)),
                [Disruption.Region] = new(Hours(4), Hours(8)),
                [Disruption.Corruption] = new(Hours(26), Hours(48)),
                [Disruption.Account] = new(Hours(48), Hours(96)),
            },
            CorruptionDetection = Hours(24),
            Decide = new Decision(Hours(1)),
        },
        new()
        {
            Name = "internal",
            Strategy = Strategy.BackupRestore,
            Objectives = new Dictionary<Disruption, Objective>
            {
                [Disruption.Instance] = new(Seconds(0), Hours(1)),
                [Disruption.Zone] = new(Seconds(0), Hours(4)),
                [Disruption.Region] = new(Hours(48), Hours(72)),
                [Disruption.Corruption] = new(Hours(48), Hours(96)),
                [Disruption.Account] = Objective.None,
            },
            CorruptionDetection = Hours(24),
            Decide = new Decision(Hours(8)),
        },
    ];

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);

    private static TimeSpan Hours(int count) => TimeSpan.FromHours(count);
}
