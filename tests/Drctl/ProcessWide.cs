namespace DrInfra.Tests.Drctl;

/// <summary>Tests of the exit code of the process, which any other run of a program changes for a while.</summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;
