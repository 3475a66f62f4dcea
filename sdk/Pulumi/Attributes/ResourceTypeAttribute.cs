namespace Pulumi;

/// <summary>Gives a resource class its type token. Each provider package derives its own attribute.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    public string Type { get; } = type;
    public string? Version { get; } = version;
}
