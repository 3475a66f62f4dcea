namespace DrInfra.Policies.Graph;

/// <summary>
/// All resources of one stack, each after what it needs (parent, provider, dependencies). <paramref name="Emulated"/>: made by
/// drctl, so ids are invented and the graph must never be imported into a real stack.
/// </summary>
public sealed record ResourceGraph(string Project, string Stack, IReadOnlyList<GraphResource> Resources, bool Emulated);
