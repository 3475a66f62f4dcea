namespace Pulumi;

/// <summary>An input map seen without its type.</summary>
internal interface IInputMap
{
    /// <summary>The entries one by one, or null where keys repeat or whole maps were added, and only the output tells the result.</summary>
    KeyValuePair<string, IInput>[]? DistinctEntries { get; }
}
