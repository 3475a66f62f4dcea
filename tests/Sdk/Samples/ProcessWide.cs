namespace DrInfra.Tests.Sdk.Samples;

/// <summary>Tests that touch the environment or the exit code of the process, and so run alone.</summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;
