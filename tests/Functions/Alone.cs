namespace DrInfra.Tests.Functions;

/// <summary>Tests that work instead of waiting: beside them, processes would be late.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
