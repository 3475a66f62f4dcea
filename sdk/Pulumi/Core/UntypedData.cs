namespace Pulumi;

/// <summary>What an output has come to, seen without its type.</summary>
internal readonly record struct UntypedData(object? Value, ResourceSet Resources, bool IsKnown, bool IsSecret);
