using DrInfra.Infra.Settings;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Recording;

/// <summary>A stack as the program declares it.</summary>
/// <param name="Graph">Its resources.</param>
/// <param name="Settings">The settings it was declared from.</param>
/// <param name="NotEmulated">Type tokens that the emulated cloud does not know, in ordinal order: their outputs stay unknown.</param>
public sealed record StackPreviewResult(ResourceGraph Graph, PlatformSettings Settings, IReadOnlyList<string> NotEmulated);
