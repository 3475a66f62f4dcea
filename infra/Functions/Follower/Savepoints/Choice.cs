namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>What a job starts from.</summary>
internal abstract record Choice
{
    private Choice()
    {
    }

    /// <summary>From this savepoint.</summary>
    internal sealed record Savepoint(SavepointManifest Manifest) : Choice;

    /// <summary>Without state: it never ran.</summary>
    internal sealed record FirstStart : Choice;

    /// <summary>Not at all, until more arrives or people decide.</summary>
    internal sealed record Refusal(string Why) : Choice;
}
