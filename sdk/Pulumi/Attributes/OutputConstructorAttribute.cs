namespace Pulumi;

/// <summary>
/// Marks the constructor of an <see cref="OutputTypeAttribute">output type</see>; its parameter names are the wire names.
/// </summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
