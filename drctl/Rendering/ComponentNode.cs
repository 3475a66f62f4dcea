using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Rendering;

/// <summary>A component (or the stack) with what it contains.</summary>
/// <param name="Component">The component; null for what stands under the stack itself.</param>
/// <param name="Depth">0 under the stack.</param>
/// <param name="Types">Its own resources by type, by name as people read it.</param>
/// <param name="Children">The components in it, by name.</param>
internal sealed record ComponentNode(
    GraphResource? Component,
    int Depth,
    IReadOnlyList<IGrouping<string, GraphResource>> Types,
    IReadOnlyList<ComponentNode> Children)
{
    /// <summary>All resources in it, at any depth, components left out.</summary>
    public IEnumerable<GraphResource> Resources => Types.SelectMany(type => type).Concat(Children.SelectMany(child => child.Resources));

    /// <summary>The graph as a tree under the stack.</summary>
    public static ComponentNode Of(ResourceGraph graph)
    {
        var children = graph.Resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
        var roots = graph.Resources.Where(resource => resource.Parent is null && resource.Type != ResourceUrn.StackType);
        var stack = graph.Resources.FirstOrDefault(resource => resource.Type == ResourceUrn.StackType);
        var top = roots.Concat(stack is null ? [] : children[stack.Urn]);
        return Build(null, -1, top, children);
    }

    private static ComponentNode Build(
        GraphResource? component,
        int depth,
        IEnumerable<GraphResource> contents,
        ILookup<string?, GraphResource> children)
    {
        var all = contents.ToList();
        // A custom resource may be another one's parent: it counts with it, in the same component.
        for (var index = 0; index < all.Count; index++)
        {
            if (all[index].Custom)
            {
                all.AddRange(children[all[index].Urn]);
            }
        }

        var types = all
            .Where(resource => resource.Custom)
            .GroupBy(resource => resource.Type, StringComparer.Ordinal)
            .OrderBy(type => TypeNames.Short(type.Key), StringComparer.Ordinal);
        var components = all
            .Where(resource => !resource.Custom)
            .OrderBy(child => child.Name, StringComparer.Ordinal)
            .Select(child => Build(child, depth + 1, children[child.Urn], children));
        return new ComponentNode(component, depth, [.. types], [.. components]);
    }
}
