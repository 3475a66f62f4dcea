namespace Pulumi;

/// <summary>Marks a property that holds an output; without a name the property's own name is the wire name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}
