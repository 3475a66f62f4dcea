using System.Globalization;
using DrInfra.Policies.Graph;
using DrInfra.Tests.Mutants.Faults;

namespace DrInfra.Tests.Mutants;

/// <summary>Deletes every resource, weakens every leaf input and every option of every resource, and makes each copy, way of traffic and signal worthless in
/// each way, one at a time.</summary>
public static class GraphMutator
{
    public static IEnumerable<Mutant> Mutants(ResourceGraph graph, Func<GraphResource, bool> chosen)
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
            var component = ComponentOf(resource, byUrn);
            Mutant Made(string place, string path, string change, ResourceGraph mutated) =>
                new(resource.Type, component, $"{resource.Type} {place}", $"{resource.Urn} {path}", change, mutated);

            yield return Made("(deleted)", "(deleted)", "deleted", Without(graph, index));
            foreach (var (name, changed) in Options(resource))
            {
                yield return Made($"option:{name}", $"option:{name}", "removed", With(graph, index, changed));
            }

            foreach (var (path, place, change, inputs) in Values(resource.Inputs, "", ""))
            {
                yield return Made(place, path, change, With(graph, index, Declared(resource, inputs)));
            }

            foreach (var (name, inputs) in Fault.Of(resource))
            {
                yield return Made($"fault:{name}", $"fault:{name}", name, With(graph, index, Declared(resource, inputs))) with { IsFault = true };
            }
        }
    }

    private static string ComponentOf(GraphResource resource, Dictionary<string, GraphResource> byUrn)
    {
        var types = new List<string>();
        for (var at = byUrn.GetValueOrDefault(resource.Parent ?? ""); at is not null; at = byUrn.GetValueOrDefault(at.Parent ?? ""))
        {
            types.Add(at.Type);
        }

        return string.Join(" < ", types);
    }

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

    private static IEnumerable<(string Path, string Place, string Change, MapValue Whole)> Values(MapValue map, string path, string place)
    {
        foreach (var (key, value) in map)
        {
            var at = path.Length == 0 ? key : $"{path}.{key}";
            var where = place.Length == 0 ? key : $"{place}.{key}";
            yield return (at, where, "removed", MapValue.Of(map.Where(pair => pair.Key != key)));
            foreach (var (inPath, inPlace, change, changed) in Changes(value, at, where))
            {
                yield return (inPath, inPlace, change, MapValue.Of([.. map.Where(pair => pair.Key != key), new(key, changed)]));
            }
        }
    }

    private static IEnumerable<(string Path, string Place, string Change, PropertyValue Changed)> Changes(PropertyValue value, string path, string place)
    {
        switch (value)
        {
            case SecretValue:
                break;
            case BoolValue flag:
                yield return (path, place, $"{flag} negated", PropertyValue.Of(!flag.Value));
                break;
            case NumberValue number:
                foreach (var other in new[] { 0, Math.Floor(number.Value / 10), number.Value * 10 }.Distinct().Where(other => other != number.Value))
                {
                    yield return (path, place, $"{number} to {other.ToString(CultureInfo.InvariantCulture)}", PropertyValue.Of(other));
                }

                break;
            case TextValue text:
                foreach (var other in Texts(text.Value))
                {
                    yield return (path, place, $"to {(other.Length > 80 ? other[..80] : other)}", PropertyValue.Of(other));
                }

                break;
            case ListValue list:
                for (var i = 0; i < list.Count; i++)
                {
                    var index = i;
                    var itemPath = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                    yield return (itemPath, $"{place}[]", "item removed", ListValue.Of(list.Where((_, at) => at != index)));
                    foreach (var (inPath, inPlace, change, changed) in Changes(list[i], itemPath, $"{place}[]"))
                    {
                        yield return (inPath, inPlace, change, ListValue.Of(list.Select((item, at) => at == index ? changed : item)));
                    }
                }

                break;
            case MapValue map:
                foreach (var (inPath, inPlace, change, changed) in Values(map, path, place))
                {
                    yield return (inPath, inPlace, change, changed);
                }

                break;
        }
    }

    private static IEnumerable<string> Texts(string text)
    {
        switch (text)
        {
            case "true":
                yield return "false";
                yield break;
            case "Enabled":
                yield return "Disabled";
                yield return "Suspended";
                yield break;
        }

        foreach (var (region, other) in new[] { ("eu-west-1", "eu-central-1"), ("eu-central-1", "eu-west-1") })
        {
            if (text.Contains(region, StringComparison.Ordinal))
            {
                yield return text.ChangeAll(region, other);
                yield break;
            }
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            yield return "0";
            yield return (number * 10).ToString(CultureInfo.InvariantCulture);
            yield break;
        }

        yield return text + "x";
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
