namespace Pulumi;

/// <summary>Marks a class that an object-valued output is turned into.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
