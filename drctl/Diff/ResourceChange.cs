namespace DrInfra.Drctl.Diff;

/// <summary>What is done to one resource.</summary>
public sealed record ResourceChange
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>Whether it holds data, or protects what does: database, table, bucket, secret, key, vault.</summary>
    public required bool IsData { get; init; }

    public IReadOnlyList<PropertyChange> Properties { get; init; } = [];

    public IReadOnlyList<OptionChange> Options { get; init; } = [];

    /// <summary>Why <c>--check</c> refuses this change; empty when it does not.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What else is to be known of the operation; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The URN that it had before, where that was another.</summary>
    public string? OldUrn { get; init; }
}
