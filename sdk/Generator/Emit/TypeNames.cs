using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Emit;

/// <summary>The C# names and types of one package: where each class lives, what it is called, how a schema type is spelled.</summary>
internal sealed class TypeNames(PackageSchema schema)
{
    private readonly CSharpNames _names = schema.Names;

    internal string Root => _names.RootNamespace;

    internal bool IsKubernetes => _names.IsKubernetes;

    internal string Version => $"global::{Root}.Utilities.Version";

    internal string Namespace(string module) => module == "index" ? Root : $"{Root}.{Part(module)}";

    internal string Member(string owner, string wireName, bool nested = false)
    {
        SortedDictionary<string, SortedDictionary<string, string>> members = nested ? _names.TypeProperties : _names.Properties;
        return members.TryGetValue(owner, out SortedDictionary<string, string>? known) && known.TryGetValue(wireName, out string? member)
            ? member
            : Identifiers.Title(wireName);
    }

    /// <summary>Namespace and name of a resource's argument class.</summary>
    internal (string Namespace, string Name) ArgsClass(ResourceSpec resource) =>
        (IsKubernetes && !resource.IsProvider ? InputNamespace(resource.Module) : Namespace(resource.Module), $"{resource.Class}Args");

    /// <summary>Namespace and name of a nested type's class for one usage.</summary>
    internal (string Namespace, string Name) Nested(string key, Usage usage)
    {
        if (usage == Usage.In && _names.ProviderInputs.TryGetValue(key, out string? full))
        {
            int dot = full.LastIndexOf('.');
            return (full[..dot], full[(dot + 1)..]);
        }

        (string module, string name) = SplitKey(key);
        name = Identifiers.Title(name);
        return usage switch
        {
            Usage.In => (InputNamespace(module), $"{name}Args"),
            Usage.State => (InputNamespace(module), $"{name}GetArgs"),
            Usage.FunctionPlain => (InputNamespace(module), $"{name}Args"),
            Usage.FunctionInput => (InputNamespace(module), $"{name}InputArgs"),
            Usage.FunctionOut => (OutputNamespace(module), $"{name}Result"),
            _ => (OutputNamespace(module), name),
        };
    }

    internal (string Namespace, string Name) EnumType(string key)
    {
        (string module, string name) = SplitKey(key);
        return (Namespace(module), Identifiers.Title(name));
    }

    /// <summary>The type of an input member, without the question mark of optional ones.</summary>
    internal string Input(TypeExpr type, Usage usage)
    {
        if (usage == Usage.FunctionPlain)
        {
            return type switch
            {
                TypeExpr.List list => $"List<{Inner(list.Element, usage)}>",
                TypeExpr.Map map => $"Dictionary<string, {Inner(map.Element, usage)}>",
                _ => Inner(type, usage),
            };
        }

        return type switch
        {
            TypeExpr.List list => $"InputList<{Inner(list.Element, usage)}>",
            TypeExpr.Map map => $"InputMap<{Inner(map.Element, usage)}>",
            TypeExpr.Primitive { Name: "json" } => "InputJson",
            TypeExpr.Union union => Cases(union, usage) switch
            {
                [var only] => $"Input<{only}>",
                [var first, var second] => $"InputUnion<{first}, {second}>",
                // The real packages give up on larger unions: the member takes any object, without the Input wrapper.
                _ => "object",
            },
            _ => $"Input<{Inner(type, usage)}>",
        };
    }

    /// <summary>The type of an output member; arrays are never nullable, and nothing is in Kubernetes.</summary>
    internal string Output(Property property, Usage usage) =>
        Inner(property.Type, usage) + (property.Optional && !IsKubernetes && property.Type is not TypeExpr.List ? "?" : "");

    internal static bool IsCollection(TypeExpr type) => type is TypeExpr.List or TypeExpr.Map;

    internal static bool IsValueType(string type) => type is "int" or "double" or "bool";

    internal string Inner(TypeExpr type, Usage usage) => type switch
    {
        TypeExpr.List list => $"ImmutableArray<{Inner(list.Element, usage)}>",
        TypeExpr.Map map => $"ImmutableDictionary<string, {Inner(map.Element, usage)}>",
        TypeExpr.Ref reference => Full(Nested(reference.Key, usage)),
        TypeExpr.Enum known => Full(EnumType(known.Key)),
        TypeExpr.Const => "string",
        TypeExpr.Resource resource => Full((Namespace(SplitKey(resource.Key).Module), SplitKey(resource.Key).Name)),
        TypeExpr.Union union => Cases(union, usage) switch
        {
            [var only] => only,
            [var first, var second] => $"Union<{first}, {second}>",
            _ => "object",
        },
        TypeExpr.Primitive primitive => primitive.Name switch
        {
            "integer" => "int",
            "number" => "double",
            "boolean" => "bool",
            "any" => "object",
            "json" => "System.Text.Json.JsonElement",
            "archive" => "Archive",
            "asset" => "AssetOrArchive",
            var name => name,
        },
        _ => throw new GeneratorException($"'{type}' has no C# type."),
    };

    internal static string Full((string Namespace, string Name) type) => $"global::{type.Namespace}.{type.Name}";

    private static (string Module, string Name) SplitKey(string key)
    {
        int slash = key.LastIndexOf('/');
        return (key[..slash], key[(slash + 1)..]);
    }

    private string Part(string module) => _names.Namespaces.TryGetValue(module, out string? part)
        ? part
        : throw new GeneratorException(
            $"No C# namespace is known for the module '{module}' of {schema.Package}. "
            + "Add it to csharp.namespaces in the package's schema.json.");

    private string InputNamespace(string module) =>
        IsKubernetes ? $"{Root}.Types.Inputs.{Part(module)}" : $"{Namespace(module)}.Inputs";

    private string OutputNamespace(string module) =>
        IsKubernetes ? $"{Root}.Types.Outputs.{Part(module)}" : $"{Namespace(module)}.Outputs";

    private List<string> Cases(TypeExpr.Union union, Usage usage)
    {
        if (union.Elements.All(e => e is TypeExpr.Primitive { Name: "asset" or "archive" }))
        {
            return ["AssetOrArchive"];
        }

        bool hasString = union.Elements.Any(e => e is TypeExpr.Primitive { Name: "string" });
        // Resources in a union are for TypeScript only; an output never is the enum, it is the enum's underlying string.
        IEnumerable<TypeExpr> cases = union.Elements
            .Where(e => !(hasString && e is TypeExpr.Resource))
            .Where(e => !(usage is Usage.Out or Usage.FunctionOut && e is TypeExpr.Enum));
        return [.. cases.Select(e => Inner(e, usage)).Distinct()];
    }
}
