using System.Text.RegularExpressions;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// Resources that an operation leaves alone, as <c>pulumi up --exclude</c> does: what is there stays as it is, and what is not there is not created.
/// </summary>
/// <param name="Patterns">URNs, in which <c>*</c> stands for any characters but a colon, and <c>**</c> for any characters.</param>
/// <param name="Dependents">Whether what depends on them is left alone too, where it could not be without them.</param>
internal sealed record Exclusions(IReadOnlyList<string> Patterns, bool Dependents)
{
    private const int ShownAtOnce = 5;

    /// <summary>The stacks as previewed, where none is deployed: without the resources.</summary>
    /// <exception cref="ProblemsException">A pattern matches nothing, or something would lack what it depends on.</exception>
    public IReadOnlyList<ResourceGraph> Of(IReadOnlyList<ResourceGraph> graphs)
    {
        if (Patterns.Count == 0)
        {
            return graphs;
        }

        Check(graphs);
        return [.. graphs.Select(graph => Without(graph, null))];
    }

    /// <summary>The stack after a change, with the resources as they were before it.</summary>
    public ResourceGraph After(ResourceGraph before, ResourceGraph after)
    {
        if (Patterns.Count == 0)
        {
            return after;
        }

        var kept = Without(after, before);
        var there = kept.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        var matches = Matcher();
        return kept with { Resources = [.. kept.Resources, .. before.Resources.Where(resource => !there.Contains(resource.Urn) && matches(resource.Urn))] };
    }

    /// <exception cref="ProblemsException">A pattern matches no resource of any of the graphs.</exception>
    public void Check(IReadOnlyList<ResourceGraph> graphs)
    {
        var problems = Patterns
            .Where(pattern => !graphs.SelectMany(graph => graph.Resources).Any(resource => Expression(pattern).IsMatch(resource.Urn)))
            .Select(pattern => new Problem(
                "no resource has a URN that matches", "--exclude", pattern,
                "a URN, in which * stands for any characters but a colon, and ** for any characters",
                "name all objects of Kubernetes as '**kubernetes:**', a single resource as '**::NAME'"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new ProblemsException(problems);
        }
    }

    private ResourceGraph Without(ResourceGraph graph, ResourceGraph? before)
    {
        var matches = Matcher();
        var old = before?.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal) ?? [];
        var missing = new HashSet<string>(StringComparer.Ordinal);
        var dependents = new List<GraphResource>();
        var kept = new List<GraphResource>();
        foreach (var resource in graph.Resources)
        {
            var lacks = !matches(resource.Urn) && Needs(resource).Any(missing.Contains);
            if (lacks && !Dependents)
            {
                dependents.Add(resource);
            }

            if (!matches(resource.Urn) && !lacks)
            {
                kept.Add(resource);
            }
            else if (old.TryGetValue(resource.Urn, out var asItIs))
            {
                kept.Add(asItIs);
            }
            else
            {
                missing.Add(resource.Urn);
            }
        }

        if (dependents.Count > 0)
        {
            throw new ProblemsException(new Problem(
                $"{dependents.Count} {(dependents.Count == 1 ? "resource depends" : "resources depend")} on excluded resources that do not exist yet",
                "--exclude",
                string.Join(", ", dependents.Take(ShownAtOnce).Select(resource => $"{resource.Type} {resource.Name}"))
                    + (dependents.Count > ShownAtOnce ? ", ..." : ""),
                Fix: "add --exclude-dependents to exclude them too, or exclude fewer resources"));
        }

        return graph with { Resources = kept };
    }

    // Of resources in the order of a state, each comes after what it needs.
    private static IEnumerable<string> Needs(GraphResource resource) =>
        new[] { resource.Parent ?? string.Empty, ResourceOptions.ProviderUrn(resource), resource.DeletedWith ?? string.Empty }.Concat(resource.Dependencies);

    private Func<string, bool> Matcher()
    {
        var expressions = Patterns.Select(Expression).ToList();
        return urn => expressions.Exists(expression => expression.IsMatch(urn));
    }

    private static Regex Expression(string pattern) => new(
        $"^{string.Join(".*", pattern.Split("**").Select(part => string.Join("[^:]*", part.Split('*').Select(Regex.Escape))))}$",
        RegexOptions.CultureInvariant);
}
