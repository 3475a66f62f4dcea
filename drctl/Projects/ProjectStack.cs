using DrInfra.Infra.Settings;

namespace DrInfra.Drctl.Projects;

/// <summary>One stack of a project, as the program would be configured.</summary>
/// <param name="Name">The stack's name.</param>
/// <param name="File">The stack's file, below the project's folder.</param>
/// <param name="Configuration">All values; an encrypted one is the placeholder <c>[secret]</c>.</param>
/// <param name="SecretKeys">Full keys whose values are secret.</param>
public sealed record ProjectStack(string Name, string File, StackConfiguration Configuration, IReadOnlyList<string> SecretKeys)
{
    /// <summary>The URL of the key for its secrets, as its file says; null where that is no cloud's key.</summary>
    public string? SecretsProvider { get; init; }

    /// <summary>The URL of its state, as Pulumi.yaml says; null where it does not.</summary>
    public string? Backend { get; init; }
}
