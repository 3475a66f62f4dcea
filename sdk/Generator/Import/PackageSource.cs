using System.Text.Json.Nodes;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Import;

/// <summary>
/// A real package schema, as <c>pulumi package get-schema PACKAGE@VERSION</c> prints it. Entries are converted when asked for: the
/// whole of AWS is some 50 MB.
/// </summary>
internal sealed class PackageSource : ISchemaSource
{
    private readonly JsonObject _resources;
    private readonly JsonObject _functions;
    private readonly JsonObject _types;
    private readonly JsonObject? _provider;
    private readonly TokenMap _tokens;
    private readonly PackageTypes _typeReader;
    private readonly Dictionary<string, string> _typeTokens = new(StringComparer.Ordinal);

    internal PackageSource(JsonObject root, CSharpNames known)
    {
        Package = root["name"]!.GetValue<string>();
        Version = root["version"]?.GetValue<string>() ?? "";
        _resources = root["resources"]!.AsObject();
        _functions = root["functions"] as JsonObject ?? [];
        _types = root["types"] as JsonObject ?? [];
        _provider = root["provider"] as JsonObject;
        JsonNode? csharp = root["language"]?["csharp"];
        Names = new CSharpNames { Compatibility = csharp?["compatibility"]?.GetValue<string>() ?? known.Compatibility };
        _tokens = new TokenMap(root["meta"]?["moduleFormat"]?.GetValue<string>(), csharp?["namespaces"] as JsonObject, known);
        foreach (string token in _types.Select(t => t.Key))
        {
            _typeTokens.TryAdd(_tokens.TypeKey(token), token);
        }

        _typeReader = new PackageTypes(_types, _tokens);
    }

    public string Package { get; }

    public string Version { get; }

    public CSharpNames Names { get; }

    public IReadOnlyCollection<string> Tokens =>
        [.. _resources.Select(r => r.Key), .. _functions.Select(f => f.Key), .. _provider is null ? [] : new[] { ProviderToken }];

    private string ProviderToken => $"pulumi:providers:{Package}";

    public ResourceSpec? FindResource(string token)
    {
        JsonNode? node = token == ProviderToken ? _provider : _resources[token];
        if (node is null)
        {
            return null;
        }

        if (node["isOverlay"]?.GetValue<bool>() ?? false)
        {
            throw new GeneratorException(
                $"{token} is written by hand in the real package, the schema does not tell its shape: it cannot be generated.");
        }

        (string module, string name) = token == ProviderToken ? ("index", "Provider") : _tokens.Split(token);
        Learn(module);
        List<Property> inputs = Properties(token, node["inputProperties"], node["requiredInputs"], Names.Properties, output: false);
        List<Property> outputs = Properties(token, node["properties"], node["required"], Names.Properties, output: true);
        List<Property> state = Properties(token, node["stateInputs"]?["properties"], null, Names.Properties, output: false);
        Dictionary<string, Property> byName = inputs.ToDictionary(i => i.Name, StringComparer.Ordinal);
        return new ResourceSpec(token, module, name)
        {
            Component = node["isComponent"]?.GetValue<bool>() ?? false,
            Aliases = [.. (node["aliases"] as JsonArray ?? []).Select(a => a!["type"]?.GetValue<string>()).OfType<string>()],
            SecretOutputs = [.. SecretNames(node["properties"])],
            Inputs = inputs,
            // A provider's settings that are not strings are no outputs: they travel as JSON text.
            Outputs = token == ProviderToken ? [.. outputs.Where(o => o.Type is TypeExpr.Primitive { Name: "string" })] : outputs,
            State = [.. state.Where(s => !byName.TryGetValue(s.Name, out Property? input) || input.Type.ToString() != s.Type.ToString())],
        };
    }

    public FunctionSpec? FindFunction(string token)
    {
        if (_functions[token] is not { } node)
        {
            return null;
        }

        (string module, string name) = _tokens.Split(token);
        Learn(module);
        return new FunctionSpec(token, module, name)
        {
            Args = Properties(token, node["inputs"]?["properties"], node["inputs"]?["required"], Names.Properties, output: false),
            Result = Properties(token, node["outputs"]?["properties"], node["outputs"]?["required"], Names.Properties, output: true),
        };
    }

    public SpecialSpec? FindSpecial(string token) => null;

    public bool HasType(string key) => _typeTokens.ContainsKey(key);

    public ObjectType Type(string key)
    {
        JsonNode node = _types[TypeToken(key)]!;
        Learn(key[..key.LastIndexOf('/')]);
        return new ObjectType(
            Properties(key, node["properties"], node["required"], Names.TypeProperties, output: false),
            Properties(key, node["properties"], node["required"], Names.TypeProperties, output: true));
    }

    public IReadOnlyList<KeyValuePair<string, string>> Enum(string key)
    {
        Learn(key[..key.LastIndexOf('/')]);
        return [.. _types[TypeToken(key)]!["enum"]!.AsArray().Select(PackageTypes.EnumMember)];
    }

    private static IEnumerable<string> SecretNames(JsonNode? properties) =>
        (properties as JsonObject ?? []).Where(p => p.Value!["secret"]?.GetValue<bool>() ?? false).Select(p => p.Key)
            .Order(StringComparer.Ordinal);

    private void Learn(string module)
    {
        if (module != "index")
        {
            Names.Namespaces[module] = _tokens.NamespacePart(module);
        }
    }

    private string TypeToken(string key) => _typeTokens.TryGetValue(key, out string? token)
        ? token
        : throw new GeneratorException($"The schema refers to the type '{key}' and does not hold it.");

    private List<Property> Properties(
        string owner,
        JsonNode? properties,
        JsonNode? required,
        SortedDictionary<string, SortedDictionary<string, string>> members,
        bool output)
    {
        HashSet<string> needed = [.. (required as JsonArray ?? []).Select(r => r!.GetValue<string>())];
        List<Property> result = [];
        foreach ((string name, JsonNode? node) in (properties as JsonObject ?? []).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (node!["language"]?["csharp"]?["name"]?.GetValue<string>() is { } member)
            {
                if (!members.TryGetValue(owner, out SortedDictionary<string, string>? known))
                {
                    members[owner] = known = new SortedDictionary<string, string>(StringComparer.Ordinal);
                }

                known[name] = member;
            }

            result.Add(_typeReader.Property(name, node, $"{owner}.{name}") with
            {
                Required = !output && needed.Contains(name),
                // The real Kubernetes package has no nullable outputs.
                Optional = output && !Names.IsKubernetes && !needed.Contains(name),
                Secret = !output && (node["secret"]?.GetValue<bool>() ?? false),
                Default = output ? null : PackageTypes.Default(node),
            });
        }

        return result;
    }
}
