namespace DrInfra.Recovery.Settings;

/// <summary>What the operator says, in one file: <c>recovery.yaml</c>. Everything is optional.</summary>
public sealed record RecoverySettings
{
    /// <summary>Nothing is said.</summary>
    public static RecoverySettings None { get; } = new();

    /// <summary>The file, for messages; null where there is none.</summary>
    public string? Source { get; init; }

    /// <summary>Objectives by workload or tier; they win over the manifest's.</summary>
    public IReadOnlyList<ObjectiveEntry> Objectives { get; init; } = [];

    /// <summary>The operator's own figures for what no source bounds.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>Records of drills.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Violations that are accepted for a time.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>Level and parameters of rules by id; <c>all</c> is the dial for every rule without an entry of its own.</summary>
    public IReadOnlyList<RuleSetting> Rules { get; init; } = [];

    /// <summary>Stack name to the file with the export or preview of the other stack of the pair.</summary>
    public IReadOnlyDictionary<string, string> Counterparts { get; init; } = new Dictionary<string, string>();

    /// <summary>For graphs without tags: which resources belong together.</summary>
    public IReadOnlyList<WorkloadEntry> Workloads { get; init; } = [];
}

/// <summary>Objectives, and what else of the manifest the operator decides, for a workload or for a tier.</summary>
/// <param name="Name">The workload's or tier's name.</param>
/// <param name="IsTier">Whether <paramref name="Name"/> is a tier.</param>
/// <param name="Objectives">By disruption; one that is missing leaves the manifest's.</param>
/// <param name="CorruptionDetection">How soon corruption is noticed; null leaves the manifest's.</param>
/// <param name="Decide">Who decides and how fast; null leaves the manifest's.</param>
/// <param name="Line">Where it stands in the file, from 1.</param>
public sealed record ObjectiveEntry(
    string Name, bool IsTier, IReadOnlyDictionary<Disruption, Objective> Objectives, TimeSpan? CorruptionDetection, Decision? Decide, int Line)
{
    /// <summary>How long people may take while automatic failover is not armed; null leaves the manifest's.</summary>
    public TimeSpan? DecideUntilArmed { get; init; }
}

/// <summary>A figure of the operator's for what no source bounds. It never gives more than <c>MetOnAssumption</c>.</summary>
/// <param name="Id">What it is about (the catalogue of assumptions), with <c>@workload</c> or <c>@workload/store</c> behind it where it holds only
/// there.</param>
/// <param name="Value">Seconds for a duration; else the number in the unit of the catalogue.</param>
/// <param name="Text">The value as it was written.</param>
/// <param name="Why">Why it is believable.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Reviewed">When it was last looked at.</param>
/// <param name="Expires">From this day on it no longer counts; null = never.</param>
public sealed record Assumption(string Id, double Value, string Text, string Why, string Owner, DateOnly Reviewed, DateOnly? Expires, int Line);

/// <summary>A drill's record of one step.</summary>
/// <param name="Step">The step, by the id of its assumption.</param>
/// <param name="Resource">URN pattern of the resource it was measured on; null = all of this configuration.</param>
/// <param name="Configuration">Free text that says what was drilled; null where <paramref name="Resource"/> does.</param>
/// <param name="Measured">Seconds, each run.</param>
/// <param name="Planned">Whether it was a planned switchover, which proves nothing about a disaster.</param>
public sealed record Evidence(string Step, string? Resource, string? Configuration, IReadOnlyList<double> Measured, DateOnly Date, bool Planned, int Line);

/// <summary>A violation that is accepted for a time.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Urn">URN pattern; <c>*</c> stands for anything.</param>
public sealed record Waiver(string Rule, string Urn, string Reason, string Owner, DateOnly Expires, int Line);

/// <summary>How strict a rule is, and its parameters.</summary>
/// <param name="Id">The rule's id, or <c>all</c>.</param>
/// <param name="Level">Null leaves the rule's own.</param>
/// <param name="Parameters">Numbers as double, flags as bool, durations and other text as string.</param>
public sealed record RuleSetting(string Id, string? Level, IReadOnlyDictionary<string, object> Parameters, int Line);

/// <summary>Resources that belong together in a graph without tags.</summary>
/// <param name="Resources">URN patterns; <c>*</c> stands for anything.</param>
public sealed record WorkloadEntry(string Name, string? Tier, IReadOnlyList<string> Resources, int Line);
