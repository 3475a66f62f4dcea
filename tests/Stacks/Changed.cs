using System.Text;
using System.Text.Json.Nodes;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>A graph with something of it changed, by way of its file.</summary>
internal static class Changed
{
    /// <summary>With one input of a resource set: <c>rules/0/status</c> is a path in the inputs, null removes it.</summary>
    public static ResourceGraph With(this ResourceGraph graph, string name, string path, JsonNode? value) => graph.With(resources =>
    {
        // What the provider echoes of an input changes with it.
        (Find(resources, name)["outputs"] as JsonObject)?.Remove(path.Split('/')[0]);
        JsonChange.Set(Find(resources, name)["inputs"]!, path, value);
    });

    /// <summary>With an input that names another resource of the same type by its ARN, as the program and the engine would have it.</summary>
    public static ResourceGraph Naming(this ResourceGraph graph, string name, string path, string other)
    {
        var target = graph.Resources.Single(resource => resource.Urn.EndsWith($"::{other}", StringComparison.Ordinal));
        return graph.With(name, path, ((TextValue)target.Outputs["arn"]!).Value).With(resources =>
        {
            var urns = Find(resources, name)["propertyDependencies"]![path.Split('/')[0]]!.AsArray();
            urns.Remove(urns.Single(urn => urn!.GetValue<string>().Contains($"{target.Type}::", StringComparison.Ordinal)));
            urns.Add(target.Urn);
        });
    }

    /// <summary>With one input of two resources exchanged, and what it was made from.</summary>
    public static ResourceGraph Exchanging(this ResourceGraph graph, string one, string other, string property) => graph.With(resources =>
    {
        Assert.NotEqual(Find(resources, one)["inputs"]![property]?.ToJsonString(), Find(resources, other)["inputs"]![property]?.ToJsonString());
        foreach (var part in new[] { "inputs", "outputs", "propertyDependencies" })
        {
            var (first, second) = (Find(resources, one)[part] as JsonObject, Find(resources, other)[part] as JsonObject);
            var (a, b) = (first?[property]?.DeepClone(), second?[property]?.DeepClone());
            if (a is not null && b is not null)
            {
                (first![property], second![property]) = (b, a);
            }
        }
    });

    /// <summary>Without some resources, by their names; nothing depends on them any more.</summary>
    public static ResourceGraph Without(this ResourceGraph graph, params string[] names) => graph.With(resources =>
    {
        foreach (var name in names)
        {
            var gone = Find(resources, name);
            resources.Remove(gone);
            var urn = gone["urn"]!.GetValue<string>();
            foreach (var resource in resources)
            {
                foreach (var list in (resource!["propertyDependencies"]?.AsObject().Select(property => property.Value) ?? []).Append(resource["dependencies"])
                    .OfType<JsonArray>())
                {
                    list.RemoveAll(item => item!.GetValue<string>() == urn);
                }
            }
        }
    });

    /// <summary>With another resource like one, under another name, which is also what the property with its own name says.</summary>
    public static ResourceGraph Copying(this ResourceGraph graph, string name, string other, string named) => graph.With(resources =>
    {
        var copy = Find(resources, name).DeepClone();
        copy["urn"] = copy["urn"]!.GetValue<string>()[..^name.Length] + other;
        copy["id"] = other;
        copy["inputs"]![named] = other;
        copy.AsObject().Remove("outputs");
        resources.Add(copy);
    });

    /// <summary>With all places of a text in a resource's inputs replaced.</summary>
    public static ResourceGraph Replacing(this ResourceGraph graph, string name, string text, string other) => graph.With(resources =>
    {
        var resource = Find(resources, name);
        var inputs = resource["inputs"]!.ToJsonString(Relaxed);
        var changed = JsonNode.Parse(inputs.ChangeAll(text, other))!.AsObject();
        foreach (var (property, value) in changed.Where(pair => !JsonNode.DeepEquals(pair.Value, resource["inputs"]![pair.Key])))
        {
            (resource["outputs"] as JsonObject)?.Remove(property);
        }

        resource["inputs"] = changed;
    });

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static ResourceGraph With(this ResourceGraph graph, Action<JsonArray> change)
    {
        using var written = new MemoryStream();
        GraphFile.Write(graph, written);
        var root = JsonNode.Parse(written.ToArray())!;
        change(root["deployment"]!["resources"]!.AsArray());
        return GraphFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString())), "changed");
    }

    /// <summary>The one with a name, or with a kind and a name: <c>PodDisruptionBudget::orders</c>.</summary>
    private static JsonNode Find(JsonArray resources, string name) =>
        resources.Single(resource =>
            resource!["custom"]?.GetValue<bool>() == true
                && resource["urn"]!.GetValue<string>().EndsWith(name.Contains("::", StringComparison.Ordinal) ? name : $"::{name}", StringComparison.Ordinal))!;
}
