using System.Collections.Immutable;
using Pulumi;

namespace DrInfra.Drctl.Recording;

/// <summary>What is inside an output. The value is the type's default where it is not known.</summary>
internal readonly record struct OutputContent(object? Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Dependencies);
