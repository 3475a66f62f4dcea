namespace Pulumi;

/// <summary>Gives a constructor parameter of an output type a wire name other than its own.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
