namespace Pulumi;

/// <summary>An input list seen without its type.</summary>
internal interface IInputList
{
    /// <summary>Each part is an <see cref="IInput"/>, one element, or an <see cref="IOutput"/>, a list of elements.</summary>
    object[] Parts { get; }
}
