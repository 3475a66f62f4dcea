namespace DrInfra.Recovery.Protocol;

/// <summary>
/// A protocol as a state machine of at most 64 bits: what can happen in each state, and what must hold. <see cref="Exploration"/> visits all states.
/// The same as a Promela model in docs/protocol, with the same variables, so that spin can be asked for a second opinion.
/// </summary>
public abstract class Machine
{
    private readonly List<Cell> _cells = [];
    private readonly List<Act> _acts = [];

    /// <summary>The Promela model that is the same.</summary>
    public abstract string Model { get; }

    /// <summary>What has to be defined for the Promela model to be the same, as <c>NAME</c> or <c>NAME=value</c>.</summary>
    public abstract IReadOnlyList<string> Definitions { get; }

    /// <summary>The state at the beginning.</summary>
    public ulong Initial { get; protected set; }

    /// <summary>The variables.</summary>
    public IReadOnlyList<Cell> Cells => _cells;

    /// <summary>The steps.</summary>
    public IReadOnlyList<Act> Acts => _acts;

    /// <summary>What a state violates.</summary>
    public abstract Invariant Violated(ulong state);

    /// <summary>Whether a Region must come to serve from a state, with no more faults.</summary>
    public abstract bool MustServe(ulong state);

    /// <summary>Whether a Region serves in a state.</summary>
    public abstract bool Serves(ulong state);

    /// <summary>The other Region.</summary>
    protected static int Other(int region) => 1 - region;

    /// <summary>Adds a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">Its largest value.</param>
    protected Cell Add(string name, int most = 1)
    {
        var last = _cells.Count == 0 ? null : _cells[^1];
        var cell = new Cell(name, last is null ? 0 : last.Shift + last.Width, System.Numerics.BitOperations.Log2((uint)most) + 1);
        if (cell.Shift + cell.Width > sizeof(ulong) * 8)
        {
            throw new ArgumentOutOfRangeException(nameof(most), most, "the variables have more than 64 bits");
        }

        _cells.Add(cell);
        return cell;
    }

    /// <summary>Adds a variable of each Region.</summary>
    protected Cell[] AddBoth(string name, int most = 1) => [Add($"{name}[0]", most), Add($"{name}[1]", most)];

    /// <summary>Adds a step that violates nothing by itself.</summary>
    protected void Add(ActKind kind, int region, Func<ulong, bool> can, Func<ulong, ulong> does) =>
        Add(kind, region, can, does, static _ => Invariant.None);

    /// <summary>Adds a step that may violate something, whatever the states before and after it.</summary>
    protected void Add(ActKind kind, int region, Func<ulong, bool> can, Func<ulong, ulong> does, Func<ulong, Invariant> violates) => _acts.Add(
        new Act(kind, region, (ref ulong state, out Invariant violated) =>
        {
            violated = Invariant.None;
            if (!can(state))
            {
                return false;
            }

            state = does(state);
            violated = violates(state);
            return true;
        }));
}
