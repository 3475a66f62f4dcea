namespace Pulumi;

/// <summary>Marks a struct that wraps the values of an enumeration and converts explicitly to string or double.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
