using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrInfra.SdkGenerator.Schema;

/// <summary>Reads and writes compact schema files: JSON, one resource, function, type or enum per line, sorted.</summary>
internal static class CompactFile
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static PackageSchema Read(JsonNode root)
    {
        PackageSchema schema = new(
            Text(root, "package", "schema"),
            Text(root, "version", "schema"),
            root["csharp"] is { } names ? CSharpNames.Read(names) : new CSharpNames());
        foreach (JsonNode node in Items(root["resources"]))
        {
            ResourceSpec resource = ReadResource(node);
            schema.Resources[resource.Token] = resource;
        }

        foreach (JsonNode node in Items(root["functions"]))
        {
            string token = Text(node, "token", "function");
            schema.Functions[token] = new FunctionSpec(token, Text(node, "module", token), Text(node, "name", token))
            {
                Args = Properties(node["args"], token) ?? [],
                Result = Properties(node["result"], token) ?? [],
            };
        }

        foreach (JsonNode node in Items(root["special"]))
        {
            SpecialSpec special = SpecialSpec.Read(node);
            schema.Specials[schema.SpecialToken(special)] = special;
        }

        foreach ((string key, JsonNode? node) in root["types"] as JsonObject ?? [])
        {
            schema.Types[key] = new ObjectType(Properties(node!["in"], key), Properties(node["out"], key));
        }

        foreach ((string key, JsonNode? node) in root["enums"] as JsonObject ?? [])
        {
            schema.Enums[key] = [.. node!.AsObject().Select(m => KeyValuePair.Create(m.Key, m.Value!.GetValue<string>()))];
        }

        return schema;
    }

    internal static string Write(PackageSchema schema)
    {
        StringBuilder text = new();
        text.Append("{\"package\":").Append(Line(schema.Package)).Append(",\"version\":").Append(Line(schema.Version)).Append(",\n");
        text.Append("\"csharp\":{\n");
        AppendLines(text, schema.Names.Write().Select(e => e.Value is JsonObject { Count: > 0 } map
            ? $"{Line(e.Key)}:{{\n{string.Join(",\n", map.Select(m => $" {Line(m.Key)}:{Line(m.Value)}"))}\n}}"
            : $"{Line(e.Key)}:{Line(e.Value)}"));
        text.Append("},\n\"resources\":[\n");
        AppendLines(text, schema.Resources.Values.Select(r => Line(WriteResource(r))));
        text.Append("],\n\"functions\":[\n");
        AppendLines(text, schema.Functions.Values.Select(f => Line(WriteFunction(f))));
        text.Append("],\n\"special\":[\n");
        AppendLines(text, schema.Specials.Values.Select(s => Line(s.Write())));
        text.Append("],\n\"types\":{\n");
        AppendLines(text, schema.Types.Select(t => $"{Line(t.Key)}:{Line(WriteType(t.Value))}"));
        text.Append("},\n\"enums\":{\n");
        AppendLines(text, schema.Enums.Select(e => $"{Line(e.Key)}:{Line(WriteEnum(e.Value))}"));
        return text.Append("}}\n").ToString();
    }

    private static ResourceSpec ReadResource(JsonNode node)
    {
        string token = Text(node, "token", "resource");
        return new ResourceSpec(token, Text(node, "module", token), Text(node, "class", token))
        {
            Component = node["component"]?.GetValue<bool>() ?? false,
            Aliases = Strings(node["aliases"]),
            SecretOutputs = Strings(node["secretOutputs"]),
            Inputs = Properties(node["inputs"], token) ?? [],
            Outputs = Properties(node["outputs"], token) ?? [],
            State = Properties(node["state"], token) ?? [],
        };
    }

    private static JsonObject WriteResource(ResourceSpec resource)
    {
        JsonObject node = new() { ["token"] = resource.Token, ["module"] = resource.Module, ["class"] = resource.Class };
        if (resource.Component)
        {
            node["component"] = true;
        }

        Add(node, "aliases", resource.Aliases);
        Add(node, "secretOutputs", resource.SecretOutputs);
        node["inputs"] = Write(resource.Inputs);
        node["outputs"] = Write(resource.Outputs);
        if (resource.State.Count > 0)
        {
            node["state"] = Write(resource.State);
        }

        return node;
    }

    private static JsonObject WriteFunction(FunctionSpec function) => new()
    {
        ["token"] = function.Token,
        ["module"] = function.Module,
        ["name"] = function.Name,
        ["args"] = Write(function.Args),
        ["result"] = Write(function.Result),
    };

    private static JsonObject WriteType(ObjectType type)
    {
        JsonObject node = [];
        if (type.In is not null)
        {
            node["in"] = Write(type.In);
        }

        if (type.Out is not null)
        {
            node["out"] = Write(type.Out);
        }

        return node;
    }

    private static JsonObject WriteEnum(IReadOnlyList<KeyValuePair<string, string>> members) =>
        new(members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)JsonValue.Create(m.Value))));

    private static JsonArray Write(IReadOnlyList<Property> properties) => new([.. properties.Select(p => (JsonNode)p.Write())]);

    private static void Add(JsonObject node, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            node[name] = new JsonArray([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);
        }
    }

    private static void AppendLines(StringBuilder text, IEnumerable<string> lines)
    {
        string joined = string.Join(",\n", lines);
        text.Append(joined).Append(joined.Length > 0 ? "\n" : "");
    }

    private static string Line(JsonNode? node) => node?.ToJsonString(Json) ?? "null";

    private static string Line(string value) => Line(JsonValue.Create(value));

    private static IEnumerable<JsonNode> Items(JsonNode? list) => (list as JsonArray ?? []).Select(i => i!);

    private static List<string> Strings(JsonNode? list) => [.. Items(list).Select(i => i.GetValue<string>())];

    private static List<Property>? Properties(JsonNode? list, string owner) =>
        list is JsonArray array ? [.. array.Select(p => Property.Read(p!, owner))] : null;

    private static string Text(JsonNode node, string name, string owner) => node[name]?.GetValue<string>()
        ?? throw new GeneratorException($"{owner}: '{name}' is missing. It belongs to every compact schema entry.");
}
