namespace DrInfra.Recovery.Facts;

/// <summary>When a version of a service's engine, or a runtime, is no longer supported.</summary>
/// <param name="Version">As the service's page has it; a major version stands for its minor ones that are not listed.</param>
/// <param name="Ends">The first day without standard support, or of deprecation.</param>
/// <param name="Gone">The first day without any support, or on which no new one can be made; null where no page says.</param>
/// <param name="RunsOn">The runtime whose end it is, where the version has no date of its own; null where it has.</param>
/// <param name="SourceUrl">Where it is written.</param>
public sealed record VersionEnd(string Version, DateOnly Ends, DateOnly? Gone, string? RunsOn, string SourceUrl);
