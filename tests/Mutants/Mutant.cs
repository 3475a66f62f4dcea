using DrInfra.Policies.Graph;
using DrInfra.Tests.Mutants.Faults;

namespace DrInfra.Tests.Mutants;

/// <summary>A graph with one thing taken away or weakened.</summary>
/// <param name="Place">What was touched: <c>type property</c> with list positions as <c>[]</c>; <c>type (deleted)</c>; <c>type option:protect</c>.</param>
/// <param name="Kind">The place, and what decides besides whether it is noticed: mutants of one kind differ in the instance alone.</param>
/// <param name="Leaf">The one value or resource that was touched: mutants of one leaf are judged together.</param>
/// <param name="Change">How, such as <c>removed</c> or <c>true to false</c>.</param>
public sealed record Mutant(string Type, string Place, string Kind, string Leaf, string Change, ResourceGraph Graph)
{
    /// <summary>Made by <see cref="Fault"/>: that it differs from its like in the other Region is not enough of a notice.</summary>
    public bool IsFault { get; init; }
}
