using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Projects;

/// <summary>One key of the <c>config:</c> block of Pulumi.yaml.</summary>
/// <param name="Key">With namespace.</param>
/// <param name="Type">Null where none is declared.</param>
/// <param name="Value">The default, or the value for all stacks; null where each stack must give one.</param>
/// <param name="Secret">Whether the project declares it secret.</param>
/// <param name="Where">Where it stands.</param>
internal sealed record ConfigDeclaration(string Key, ConfigType? Type, YamlValue? Value, bool Secret, Place Where);
