namespace DrInfra.Policies.Graph;

/// <summary>The order in which the engine creates resources.</summary>
internal static class Order
{
    /// <summary>Whether the engine creates one resource only after the other. True too where the graph tells no dependencies at all.</summary>
    public static bool IsAfter(Node node, Node other)
    {
        if (!node.Stack.Nodes.Any(any => any.Resource.Dependencies.Count > 0 || any.Resource.PropertyDependencies.Count > 0))
        {
            return true;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<Node>([node]);
        while (waiting.TryPop(out var current))
        {
            foreach (var urn in current.Resource.Dependencies.Concat(current.Resource.PropertyDependencies.Values.SelectMany(urns => urns)))
            {
                if (urn == other.Urn)
                {
                    return true;
                }

                if (seen.Add(urn) && current.Stack.Find(urn) is { } next)
                {
                    waiting.Push(next);
                }
            }
        }

        return false;
    }
}
