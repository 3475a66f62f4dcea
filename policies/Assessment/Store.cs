using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>A store of a workload: one logical database, table, bucket or file system, with all its members in all Regions.</summary>
/// <param name="Node">The member in the home Region: where the work is done.</param>
/// <param name="Home">The Region whose loss is meant; null where it is not known.</param>
/// <param name="Label">Short name in messages and in the scope of assumptions.</param>
public sealed record Store(Node Node, string Workload, string Kind, string Label, string? Home)
{
    /// <summary>Everything that belongs to it, the home member included.</summary>
    public IReadOnlyList<Node> Members { get; init; } = [];

    public IReadOnlyList<Copy> Copies { get; init; } = [];

    /// <summary>GB; null where no manifest says.</summary>
    public double? SizeGb { get; init; }

    /// <summary>GB a day; null where no manifest says.</summary>
    public double? ChangeGbPerDay { get; init; }

    /// <summary>
    /// By disruption under which its service offers no copy at all: why. What the manifest excuses then, is promised nothing, and said so.
    /// </summary>
    public IReadOnlyDictionary<Disruption, string> NoCopyPossible { get; init; } = new Dictionary<Disruption, string>();

    /// <summary>
    /// What its consumers have to work through in the other Region before they reach what is new; null where nothing waits there.
    /// </summary>
    public Derivation? CatchUp { get; init; }

    /// <summary>
    /// Of the state of a job: how much of its input waits when its Region is lost, as time; null where it is none, or its job starts nowhere else.
    /// </summary>
    public Derivation? Waiting { get; init; }

    /// <summary>Whether one Region must be promoted before it may be written there.</summary>
    public bool NeedsPromotion { get; init; }
}
