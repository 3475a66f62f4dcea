namespace Pulumi;

/// <summary>An input list or map seen without its type.</summary>
internal interface IInputCollection
{
    /// <summary>Its elements or entries: inputs of their own, or plain values where it was made from those.</summary>
    IOutput Content { get; }
}
