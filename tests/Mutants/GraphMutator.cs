using System.Globalization;
using DrInfra.Policies.Graph;
using DrInfra.Tests.Mutants.Faults;

namespace DrInfra.Tests.Mutants;

/// <summary>Deletes every resource, weakens every leaf input and every option of every resource, and makes each copy, way of traffic and signal worthless in
/// each way, one at a time.</summary>
public static class GraphMutator
{
    /// <param name="graphs">All that are judged together.</param>
    /// <param name="chosen">The resources to change.</param>
    public static IEnumerable<Mutant> Mutants(IReadOnlyList<ResourceGraph> graphs, Func<GraphResource, bool> chosen)
    {
        var names = graphs.SelectMany(graph => graph.Resources).Select(resource => (resource.Type, resource.Name)).ToHashSet();
        return graphs.SelectMany(graph => Mutants(graph, chosen, names));
    }

    private static IEnumerable<Mutant> Mutants(ResourceGraph graph, Func<GraphResource, bool> chosen, HashSet<(string Type, string Name)> names)
    {
        var byUrn = graph.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        for (var i = 0; i < graph.Resources.Count; i++)
        {
            var resource = graph.Resources[i];
            if (!resource.Custom || resource.Type.StartsWith("pulumi:", StringComparison.Ordinal) || !chosen(resource))
            {
                continue;
            }

            var index = i;
            var situation = Situation(resource, byUrn, names);
            Mutant Made(string place, string kind, string path, string change, ResourceGraph mutated) =>
                new(resource.Type, $"{resource.Type} {place}", $"{resource.Type} {kind} {situation}", $"{resource.Urn} {path}", change, mutated);

            yield return Made("(deleted)", "(deleted)", "(deleted)", "deleted", Without(graph, index));
            foreach (var (name, changed) in Options(resource))
            {
                yield return Made($"option:{name}", $"option:{name}", $"option:{name}", "removed", With(graph, index, changed));
            }

            foreach (var (at, change, inputs) in Values(resource.Inputs, new Spot("", "", "")).Where(value => !IsItsType(resource, value.At)))
            {
                yield return Made(at.Place, at.Kind, at.Path, change, With(graph, index, Declared(resource, inputs)));
            }

            foreach (var (name, inputs) in Fault.Of(resource))
            {
                var fault = $"fault:{name}";
                yield return Made(fault, fault, fault, name, With(graph, index, Declared(resource, inputs))) with { IsFault = true };
            }
        }
    }

    // An object of Kubernetes repeats its type, which is no property that a program could get wrong.
    private static bool IsItsType(GraphResource resource, Spot at) =>
        resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && at.Path is "apiVersion" or "kind";

    // What decides whether a change is noticed, besides the place: the component, whether all workloads have the resource in common, and
    // whether its like stands in the other Region or, by the strategy of the tier, does not.
    private static string Situation(GraphResource resource, Dictionary<string, GraphResource> byUrn, HashSet<(string Type, string Name)> names)
    {
        var components = new List<string>();
        for (var at = byUrn.GetValueOrDefault(resource.Parent ?? ""); at is not null; at = byUrn.GetValueOrDefault(at.Parent ?? ""))
        {
            components.Add(at.Type);
        }

        var isShared = resource.Name.StartsWith("shared-", StringComparison.Ordinal);
        var isTwin = TextMutations.Regions.Any(pair => resource.Name.Contains(pair.Region, StringComparison.Ordinal)
            && names.Contains((resource.Type, resource.Name.ChangeAll(pair.Region, pair.Other))));
        var tier = TierOf(resource.Inputs["tags"], "dr:tier") ?? TierOf((resource.Inputs["metadata"] as MapValue)?["labels"], "dr.drinfra.io/tier");
        return $"in {(isTwin ? "a twin" : $"a single one of tier {tier}")}{(isShared ? " of all workloads" : "")} of {string.Join(" < ", components)}";
    }

    private static string? TierOf(PropertyValue? marks, string name) => ((marks as MapValue)?[name] as TextValue)?.Value;

    // What the provider echoes of an input changes with it.
    private static GraphResource Declared(GraphResource resource, MapValue inputs) => resource with
    {
        Inputs = inputs,
        Outputs = MapValue.Of(resource.Outputs.Where(output => resource.Inputs[output.Key] is null || Equals(resource.Inputs[output.Key], inputs[output.Key]))),
    };

    private static IEnumerable<(string Name, GraphResource Changed)> Options(GraphResource resource)
    {
        if (resource.Protect)
        {
            yield return ("protect", resource with { Protect = false });
        }

        if (resource.RetainOnDelete)
        {
            yield return ("retainOnDelete", resource with { RetainOnDelete = false });
        }

        if (resource.CustomTimeouts is not null)
        {
            yield return ("customTimeouts", resource with { CustomTimeouts = null });
        }

        foreach (var ignored in resource.IgnoreChanges)
        {
            yield return ($"ignoreChanges.{ignored}", resource with { IgnoreChanges = [.. resource.IgnoreChanges.Where(other => other != ignored)] });
        }
    }

    private static IEnumerable<(Spot At, string Change, MapValue Whole)> Values(MapValue map, Spot spot)
    {
        foreach (var (key, value) in map)
        {
            var at = spot.Member(key);
            yield return (at, "removed", MapValue.Of(map.Where(pair => pair.Key != key)));
            foreach (var (inside, change, changed) in Changes(value, at))
            {
                yield return (inside, change, MapValue.Of([.. map.Where(pair => pair.Key != key), new(key, changed)]));
            }
        }
    }

    private static IEnumerable<(Spot At, string Change, PropertyValue Changed)> Changes(PropertyValue value, Spot spot)
    {
        switch (value)
        {
            case SecretValue:
                break;
            case BoolValue flag:
                yield return (spot, $"{flag} negated", PropertyValue.Of(!flag.Value));
                break;
            case NumberValue number:
                foreach (var other in new[] { 0, Math.Floor(number.Value / 10), number.Value * 10 }.Distinct().Where(other => other != number.Value))
                {
                    yield return (spot, $"{number} to {other.ToString(CultureInfo.InvariantCulture)}", PropertyValue.Of(other));
                }

                break;
            case TextValue text:
                foreach (var other in TextMutations.Of(text.Value))
                {
                    yield return (spot, $"to {(other.Length > 80 ? other[..80] : other)}", PropertyValue.Of(other));
                }

                break;
            case ListValue list:
                for (var i = 0; i < list.Count; i++)
                {
                    var index = i;
                    var item = spot.Item(i, list[i]);
                    yield return (item, "item removed", ListValue.Of(list.Where((_, at) => at != index)));
                    foreach (var (inside, change, changed) in Changes(list[i], item))
                    {
                        yield return (inside, change, ListValue.Of(list.Select((other, at) => at == index ? changed : other)));
                    }
                }

                break;
            case MapValue map:
                foreach (var (inside, change, changed) in Values(map, spot))
                {
                    yield return (inside, change, changed);
                }

                break;
        }
    }

    private static ResourceGraph Without(ResourceGraph graph, int index) =>
        graph with { Resources = [.. graph.Resources.Where((_, at) => at != index)] };

    private static ResourceGraph With(ResourceGraph graph, int index, GraphResource changed)
    {
        var resources = graph.Resources.ToArray();
        resources[index] = changed;
        return graph with { Resources = resources };
    }
}
