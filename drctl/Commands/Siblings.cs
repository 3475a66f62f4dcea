using DrInfra.Drctl.Projects;

namespace DrInfra.Drctl.Commands;

/// <summary>What stands beside chosen stacks in their pairs.</summary>
/// <param name="Stacks">The other stacks of the pairs, as they are configured to fit.</param>
/// <param name="Missing">For each chosen stack without another one: why its pair cannot be judged.</param>
internal sealed record Siblings(IReadOnlyList<ProjectStack> Stacks, IReadOnlyList<string> Missing);
