namespace DrInfra.Policies.Graph;

/// <summary>What a file says of one stack.</summary>
/// <param name="Graph">The stack as it is to be: what an export holds, or what a preview leads to.</param>
/// <param name="Preview">What the engine is about to do; null where the file is an export.</param>
public sealed record StackFile(ResourceGraph Graph, Preview? Preview)
{
    /// <summary>The stack as it is before anything is done.</summary>
    public ResourceGraph Before => Preview?.Before ?? Graph;
}
