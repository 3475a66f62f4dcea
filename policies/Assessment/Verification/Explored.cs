using System.Collections.Concurrent;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Assessment.Verification;

/// <summary>What an exploration found, without its states.</summary>
/// <param name="Story">The steps to the violation.</param>
internal sealed record Explored(int States, int Transitions, bool IsComplete, Invariant Violated, IReadOnlyList<Act> Story)
{
    // Workloads of one protocol have one machine, and a check of a changed graph mostly has those of the last one.
    private static readonly ConcurrentDictionary<string, Explored> Known = new(StringComparer.Ordinal);

    public static Explored Of(Machine machine) => Known.GetOrAdd($"{machine.Model} {string.Join(' ', machine.Definitions)}", _ =>
    {
        var exploration = Exploration.Of(machine);
        return new Explored(
            exploration.States.Count, exploration.Transitions, exploration.IsComplete, exploration.Violated, [.. exploration.Story.Select(step => step.Act)]);
    });
}
