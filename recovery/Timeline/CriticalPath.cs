using DrInfra.Recovery.Figures;

namespace DrInfra.Recovery.Timeline;

/// <summary>How long steps take together, each as soon as those that it waits for are over.</summary>
public static class CriticalPath
{
    // Where branches wait for each other crosswise, a tree repeats what they share, and can double with every step.
    private const double MostLeaves = 500;

    // Each step can nest the tree deeper; a tree that deep is nothing to read.
    private const int MostSteps = 200;

    /// <summary>
    /// When the last step is over: a sum of what must happen one after the other, with the longest of what happens side by
    /// side. More than 200 steps, and steps so
    /// entangled that this tree would have more than 500 leaves, are shown by their longest chains alone.
    /// </summary>
    /// <exception cref="ArgumentException">An id occurs twice, a step waits for one that is not there, or steps wait for each other.</exception>
    public static Derivation Of(string label, params IReadOnlyList<RecoveryStep> steps)
    {
        var ordered = StepOrder.Of(steps);
        if (ordered.Count == 0)
        {
            return Derivation.Nothing(label, "there are no steps");
        }

        if (ordered.Count > MostSteps)
        {
            return LongestChains.Of(label, ordered);
        }

        var end = StepNode.End(ordered, out var start);
        var tree = new StepTree();
        var parts = tree.Between(start, end);
        return tree.Leaves(parts) <= MostLeaves ? Derivation.Sum(label, parts) : LongestChains.Of(label, ordered);
    }
}
