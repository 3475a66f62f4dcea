using DrInfra.Recovery.Settings.Kit;
using Pulumi;

namespace DrInfra.Drctl.Recording;

/// <summary>
/// Puts resources in an order in which each comes after what it needs: the stack, providers, then the rest along the tree of
/// parents. Names decide among equals and not the order of registration, which depends on threads once a program declares
/// resources inside an Apply.
/// </summary>
internal static class GraphOrder
{
    /// <param name="resources">All resources.</param>
    /// <param name="needs">What must come before a resource.</param>
    /// <param name="through">The option or property by which a resource needs another one.</param>
    /// <exception cref="ProblemsException">Resources need each other.</exception>
    public static List<RecordedResource> Sort(
        IReadOnlyList<RecordedResource> resources,
        Func<RecordedResource, IEnumerable<RecordedResource>> needs,
        Func<RecordedResource, RecordedResource, string> through)
    {
        var ordered = new List<RecordedResource>(resources.Count);
        var marks = new Dictionary<RecordedResource, bool>(resources.Count, ReferenceEqualityComparer.Instance);
        var open = new Stack<(RecordedResource Resource, IEnumerator<RecordedResource> Needs)>();
        foreach (var start in resources.OrderBy(Rank).ThenBy(Path, StringComparer.Ordinal).ThenBy(resource => resource.Urn, StringComparer.Ordinal))
        {
            Visit(start);
            while (open.TryPeek(out var top))
            {
                if (top.Needs.MoveNext())
                {
                    Visit(top.Needs.Current);
                }
                else
                {
                    marks[top.Resource] = true;
                    ordered.Add(top.Resource);
                    open.Pop();
                }
            }
        }

        return ordered;

        void Visit(RecordedResource resource)
        {
            if (!marks.TryGetValue(resource, out var done))
            {
                marks.Add(resource, false);
                open.Push((resource, needs(resource).GetEnumerator()));
            }
            else if (!done)
            {
                var (text, from) = ($"{resource.Type} {resource.Name}", resource);
                foreach (var to in open.Select(entry => entry.Resource).TakeWhile(entry => entry != resource).Reverse().Append(resource))
                {
                    text += $" -({through(from, to)})-> {to.Type} {to.Name}";
                    from = to;
                }

                throw new ProblemsException(new Problem(
                    "resources depend on each other in a cycle", text,
                    Fix: "remove one of these references; instead of a component, depend on the resources in it"));
            }
        }
    }

    private static int Rank(RecordedResource resource) => resource switch
    {
        { IsStack: true } => 0,
        { Resource: ProviderResource } => 1,
        _ => 2,
    };

    private static string Path(RecordedResource resource)
    {
        var names = new List<string>();
        for (var current = resource; current is { IsStack: false }; current = current.Parent)
        {
            names.Add(current.Name);
        }

        names.Reverse();
        return string.Join('\u0001', names);
    }
}
