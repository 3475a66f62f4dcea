using DrInfra.Recovery;

namespace DrInfra.Policies.Assessment;

/// <summary>What a workload was promised, and what the model needs to judge it: its manifest under what the operator says.</summary>
public sealed record Promise
{
    public required string Workload { get; init; }

    /// <summary>Empty where nobody says.</summary>
    public string Tier { get; init; } = "";

    /// <summary>Null where no manifest is in the graphs.</summary>
    public RecoveryManifest? Manifest { get; init; }

    /// <summary>The manifest's resources: one per stack that was given.</summary>
    public IReadOnlyList<Node> Nodes { get; init; } = [];

    /// <summary>By disruption; one that is missing has no objective.</summary>
    public IReadOnlyDictionary<Disruption, Objective> Objectives { get; init; } = new Dictionary<Disruption, Objective>();

    /// <summary>Where each objective was said: the manifest's URN, or file and line.</summary>
    public IReadOnlyDictionary<Disruption, string> Sources { get; init; } = new Dictionary<Disruption, string>();

    /// <summary>Who decides on a failover; null where nobody says.</summary>
    public Decision? Decide { get; init; }

    /// <summary>How long people may take to decide while nothing is armed; null where nobody says.</summary>
    public TimeSpan? DecideUntilArmed { get; init; }

    /// <summary>Whether the manifest says that triggers start plans; null where it does not say.</summary>
    public bool? IsArmed => Manifest?.AutomaticFailover switch { RecoveryManifest.Armed => true, RecoveryManifest.Observe => false, _ => null };

    /// <summary>How soon corruption is noticed; null where nobody says.</summary>
    public TimeSpan? CorruptionDetection { get; init; }

    /// <summary>Null where no manifest says.</summary>
    public ManifestRegions? Regions => Manifest?.Regions;

    /// <summary>Whether a restore goes back to before the damage, and loses what came after; else only what is damaged is repaired.</summary>
    public bool RollsBack => Manifest?.Repair != "selective";

    /// <summary>Whether only one Region may write at a time.</summary>
    public bool SingleWriter => Manifest?.Writer != "multi";

    /// <summary>The name that clients use; null where they have none.</summary>
    public string? Endpoint => Manifest?.Endpoint;

    /// <summary>Whether the manifest of a role is among the graphs: whether that stack was given.</summary>
    public bool HasStackOf(string role) => Nodes.Count == 0 || Roles.Contains(role, StringComparer.Ordinal);

    /// <summary>The home roles of the stacks whose manifests of the workload are there.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Whether a manifest says that a failover is going on: until the failback there is no standby to fail over to.</summary>
    public bool FailoverInProgress { get; init; }

    /// <summary>
    /// The stores whose copy in the Region of a stack waits for an identity of the other stack to be recorded, with the manifests that say so, and
    /// whether these are the standby's: the others wait for the way back.
    /// </summary>
    public IReadOnlyList<(ManifestStore Store, Node Node, bool IsStandby)> Unrecorded { get; init; } = [];

    public Objective For(Disruption disruption) => Objectives.GetValueOrDefault(disruption, Objective.None);
}
