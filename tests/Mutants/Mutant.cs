using DrInfra.Policies.Graph;
using DrInfra.Tests.Mutants.Faults;

namespace DrInfra.Tests.Mutants;

/// <summary>A graph with one thing taken away or weakened.</summary>
/// <param name="Component">The types of the resource's parents, from the nearest up.</param>
/// <param name="Place">What was touched: <c>type property</c> with list positions as <c>[]</c>; <c>type (deleted)</c>; <c>type option:protect</c>.</param>
/// <param name="Leaf">The one value or resource that was touched: mutants of one leaf are judged together.</param>
/// <param name="Change">How, such as <c>removed</c> or <c>true to false</c>.</param>
public sealed record Mutant(string Type, string Component, string Place, string Leaf, string Change, ResourceGraph Graph)
{
    /// <summary>Made by <see cref="Fault"/>: that it differs from its like in the other Region is not enough of a notice.</summary>
    public bool IsFault { get; init; }

    /// <summary>What mutants have in common that differ in the instance alone: the place, in a component of the same types.</summary>
    public string Kind => $"{Place} in {Component}";
}
