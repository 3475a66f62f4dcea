namespace DrInfra.Drctl.Projects;

/// <summary>A scalar as the Pulumi CLI reads it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text"><c>true</c> or <c>false</c> for a flag; for numbers as written where JSON takes it so; nothing for null.</param>
/// <param name="Fault">Why it must be quoted; null where it need not.</param>
internal sealed record EngineScalar(ScalarKind Kind, string Text, string? Fault = null);
