using DrInfra.Infra.Settings;

namespace DrInfra.Drctl.Projects;

/// <summary>One stack of a project, as the program would be configured.</summary>
/// <param name="Name">The stack's name.</param>
/// <param name="File">The stack's file, below the project's folder.</param>
/// <param name="Configuration">All values; an encrypted one is the placeholder <c>[secret]</c>.</param>
/// <param name="SecretKeys">Full keys whose values are secret.</param>
public sealed record ProjectStack(string Name, string File, StackConfiguration Configuration, IReadOnlyList<string> SecretKeys);
