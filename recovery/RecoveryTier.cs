namespace DrInfra.Recovery;

/// <summary>A class of workloads with the same promise. Tiers are data; <see cref="DefaultTiers"/> has sound ones.</summary>
public sealed record RecoveryTier
{
    /// <summary>Letters, digits and hyphens, 1 to 32 characters; the value of the tag <c>dr:tier</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How much of the standby runs before it is needed.</summary>
    public required Strategy Strategy { get; init; }

    /// <summary>What is promised per disruption; a disruption that is not there has no objective.</summary>
    public required IReadOnlyDictionary<Disruption, Objective> Objectives { get; init; }

    /// <summary>How soon corruption is noticed, at the latest. Part of RPO and RTO of corruption.</summary>
    public required TimeSpan CorruptionDetection { get; init; }

    /// <summary>Who decides on a failover, and how fast.</summary>
    public required Decision Decide { get; init; }

    /// <summary>
    /// How long people may take to decide while automatic failover is not armed; null = no promise is kept then. It is for tiers in which a
    /// trigger decides.
    /// </summary>
    public TimeSpan? DecideUntilArmed { get; init; }

    /// <summary>Whether it takes two people to start a failover: one who starts it, and another one who agreed. Default: false.</summary>
    public bool TwoPeople { get; init; }

    /// <summary>
    /// Whether the primary stops committing while the standby lags more than the RPO for loss of the Region
    /// (<c>rds.global_db_rpo</c>). It bounds the RPO and costs availability while the standby is lost. Default: false.
    /// </summary>
    public bool EnforceRpo { get; init; }

    /// <summary>
    /// For how many days new object versions cannot be deleted by anyone (object lock, compliance mode); 0 = not locked.
    /// 0 to 36500, the bounds of S3's default retention. Default: 0.
    /// </summary>
    public int ImmutableDays { get; init; }

    /// <summary>The objective for a disruption; <see cref="Objective.None"/> where the tier promises nothing.</summary>
    public Objective For(Disruption disruption) => Objectives.GetValueOrDefault(disruption, Objective.None);

    /// <summary>
    /// How far back it must be possible to go after corruption: noticing it, deciding, and restoring
    /// (the RTO for corruption, which holds both of the former too where it is promised).
    /// </summary>
    public TimeSpan CorruptionWindow => CorruptionDetection + Decide.Takes + (For(Disruption.Corruption).Rto ?? TimeSpan.Zero);
}
