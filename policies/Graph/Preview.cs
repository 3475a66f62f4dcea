namespace DrInfra.Policies.Graph;

/// <summary>What <c>pulumi preview --json --show-sames</c> says: the stack before, the stack after, and what the engine does between.</summary>
/// <param name="Before">The resources that are there.</param>
/// <param name="After">The resources that will be there; what only the deployment tells is unknown.</param>
/// <param name="Steps">One per resource, in the engine's order: unchanged ones too.</param>
public sealed record Preview(ResourceGraph Before, ResourceGraph After, IReadOnlyList<PreviewStep> Steps);

/// <summary>What the engine does to one resource.</summary>
/// <param name="Urn">Of the resource as it will be, or was.</param>
/// <param name="Old">Null where there was none.</param>
/// <param name="New">Null where there will be none.</param>
public sealed record PreviewStep(string Urn, PreviewOperation Operation, GraphResource? Old, GraphResource? New)
{
    /// <summary>The properties that force a replacement.</summary>
    public IReadOnlyList<string> ReplaceReasons { get; init; } = [];

    /// <summary>The properties that differ, those whose values a preview hides among them.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>The properties of which what is there differs from what the program wants, although the program did not change.</summary>
    public IReadOnlyList<string> OutputDifferences { get; init; } = [];
}

/// <summary>The engine's operations as far as they differ for the resource.</summary>
public enum PreviewOperation
{
    /// <summary>Nothing is done to it; its options may still change.</summary>
    Same,

    /// <summary>A resource of others is looked up; nothing is done to it.</summary>
    Read,

    Create,

    /// <summary>It exists already, and the stack takes it over.</summary>
    Import,

    Update,

    /// <summary>It is made anew, and the old one is deleted.</summary>
    Replace,

    Delete,

    /// <summary>The stack forgets it; it stays where it is.</summary>
    Forget,

    /// <summary>What an earlier replacement left behind is deleted; the resource itself stays.</summary>
    DeleteLeftover,
}
