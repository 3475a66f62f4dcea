namespace Pulumi;

/// <summary>An input list or map seen without its type.</summary>
internal interface IInputCollection
{
    /// <summary>Its elements or entries, each an input of its own.</summary>
    IInput Value { get; }
}
