namespace DrInfra.Recovery.Protocol;

/// <summary>All states that a <see cref="Machine"/> can reach, and the shortest way to one that must not be.</summary>
public sealed class Exploration
{
    // The most states that are looked at. The shipped platform has less than a tenth of them.
    private const int MostStates = 4_000_000;

    private readonly Machine _machine;
    private readonly List<ulong> _states = [];
    private readonly List<int> _from = [];
    private readonly List<Act?> _by = [];
    private readonly Dictionary<ulong, int> _index = [];
    private readonly List<(int From, int To)> _edges = [];

    private Exploration(Machine machine) => _machine = machine;

    /// <summary>The states, in the order in which they were found: the fewest steps first.</summary>
    public IReadOnlyList<ulong> States => _states;

    /// <summary>The steps between states.</summary>
    public int Transitions { get; private set; }

    /// <summary>False where there are more states than are looked at: then nothing is proved.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>What is violated; none where all holds in all states.</summary>
    public Invariant Violated { get; private set; }

    /// <summary>The fewest steps from the beginning to the violation, each with the state after it; empty where all holds.</summary>
    public IReadOnlyList<(Act Act, ulong State)> Story { get; private set; } = [];

    /// <summary>Visits all states, up to the first that must not be.</summary>
    public static Exploration Of(Machine machine) => new Exploration(machine).Run(stops: true);

    /// <summary>Visits all states, whatever they violate.</summary>
    public static Exploration OfAll(Machine machine) => new Exploration(machine).Run(stops: false);

    private Exploration Run(bool stops)
    {
        Visit(_machine.Initial, -1, null);
        if (stops && _machine.Violated(_machine.Initial) is var atOnce and not Invariant.None)
        {
            Violated = atOnce;
            return this;
        }

        for (var at = 0; at < _states.Count; at++)
        {
            if (_states.Count > MostStates)
            {
                IsComplete = false;
                return this;
            }

            foreach (var act in _machine.Acts)
            {
                var state = _states[at];
                if (!act.Move(ref state, out var violated))
                {
                    continue;
                }

                Transitions++;
                var to = Visit(state, at, act);
                violated = violated == Invariant.None ? _machine.Violated(state) : violated;
                if (stops && violated != Invariant.None)
                {
                    Violated = violated;
                    Story = [.. StepsTo(at), (act, state)];
                    return this;
                }

                if (!act.IsFault)
                {
                    _edges.Add((at, to));
                }
            }
        }

        if (stops)
        {
            FindStuck();
        }

        return this;
    }

    private int Visit(ulong state, int from, Act? by)
    {
        if (_index.TryGetValue(state, out var known))
        {
            return known;
        }

        _index.Add(state, _states.Count);
        _states.Add(state);
        _from.Add(from);
        _by.Add(by);
        return _states.Count - 1;
    }

    // From where no way without further faults leads to a Region that serves.
    private void FindStuck()
    {
        var first = new int[_states.Count + 1];
        foreach (var (_, to) in _edges)
        {
            first[to + 1]++;
        }

        for (var state = 0; state < _states.Count; state++)
        {
            first[state + 1] += first[state];
        }

        var before = new int[_edges.Count];
        var next = first.AsSpan(0, _states.Count).ToArray();
        foreach (var (from, to) in _edges)
        {
            before[next[to]++] = from;
        }

        var serves = new bool[_states.Count];
        var open = new Stack<int>();
        for (var state = 0; state < _states.Count; state++)
        {
            if (_machine.Serves(_states[state]))
            {
                serves[state] = true;
                open.Push(state);
            }
        }

        while (open.TryPop(out var state))
        {
            for (var edge = first[state]; edge < first[state + 1]; edge++)
            {
                if (!serves[before[edge]])
                {
                    serves[before[edge]] = true;
                    open.Push(before[edge]);
                }
            }
        }

        for (var state = 0; state < _states.Count; state++)
        {
            if (!serves[state] && _machine.MustServe(_states[state]))
            {
                Violated = Invariant.OneRegionServes;
                Story = [.. StepsTo(state)];
                return;
            }
        }
    }

    private List<(Act Act, ulong State)> StepsTo(int state)
    {
        var steps = new List<(Act, ulong)>();
        for (; _from[state] >= 0; state = _from[state])
        {
            steps.Add((_by[state]!, _states[state]));
        }

        steps.Reverse();
        return steps;
    }
}
