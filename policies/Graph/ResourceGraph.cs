namespace DrInfra.Policies.Graph;

/// <summary>
/// All resources of one stack, each after what it needs (parent, provider, dependencies). <paramref name="Emulated"/>: made by
/// drctl, so ids are invented and the graph must never be imported into a real stack.
/// </summary>
public sealed record ResourceGraph(string Project, string Stack, IReadOnlyList<GraphResource> Resources, bool Emulated)
{
    /// <summary>Told by the engine's protocol, which carries no ids and not whether a resource is kept when it leaves the program.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The URL of the key that encrypts the secrets in the stack's state; null where the file does not say, or where it is no cloud's key.</summary>
    public string? SecretsProvider { get; init; }

    /// <summary>The URL of where the stack's state is kept; null where the file does not say.</summary>
    public string? Backend { get; init; }

    /// <summary>
    /// Identities of the other stack that drctl invented for it, because none are recorded: <c>primary stream/events-feed</c>. A deployment leaves
    /// out what needs them.
    /// </summary>
    public IReadOnlyList<string> EmulatedIdentities { get; init; } = [];

    /// <summary>What its file says of it beside the resources: operations that were interrupted, resources that wait to be deleted.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
