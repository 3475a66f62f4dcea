using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Projects;

/// <summary>What Pulumi.yaml says that a preview needs.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="File">The file's name, for messages.</param>
/// <param name="StackFolder">Where the stack files are, below the project's folder; empty for the folder itself.</param>
/// <param name="Declarations">The <c>config:</c> block by full key.</param>
internal sealed record ProjectFile(string Name, string File, string StackFolder, IReadOnlyDictionary<string, ConfigDeclaration> Declarations)
{
    /// <summary>The URL of where the states are; null where the file does not say.</summary>
    public string? Backend { get; init; }

    private static readonly string[] Attributes = ["type", "items", "default", "value", "description", "secret"];

    public static ProjectFile? Read(string path, List<Problem> problems)
    {
        if (ProjectYaml.ReadFile(path, problems) is not { } root)
        {
            return null;
        }

        var file = Path.GetFileName(path);
        if (root["name"] is not YamlText { IsNothing: false } name)
        {
            problems.Add(new Problem("the project has no name", file, Allowed: "name: drinfra", Fix: "add it at the top"));
            return null;
        }

        var stackFolder = root["stackConfigDir"] is YamlText folder ? folder.Text : "";
        var declarations = new SortedDictionary<string, ConfigDeclaration>(StringComparer.Ordinal);
        switch (root["config"])
        {
            case YamlMap block:
                foreach (var (key, _, node) in block.Members)
                {
                    var declaration = Declare(name.Text, key, node, problems);
                    declarations[declaration.Key] = declaration;
                }

                break;
            case null or YamlText { IsNothing: true }:
                break;
            case { } other:
                problems.Add(new Problem("config must be an object", other.Where, other.Shown, "keys with values or types"));
                break;
        }

        return new ProjectFile(name.Text, file, stackFolder, declarations) { Backend = ((root["backend"] as YamlMap)?["url"] as YamlText)?.Text };
    }

    /// <summary>The key with its namespace: the project's, where none is given.</summary>
    public static string FullKey(string project, string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";

    private static ConfigDeclaration Declare(string project, string key, YamlValue node, List<Problem> problems)
    {
        var full = FullKey(project, key);
        if (node is not YamlMap map || EngineValue.IsSecure(node))
        {
            return new ConfigDeclaration(full, null, node is YamlText { IsNothing: true } ? null : node, false, node.Where);
        }

        foreach (var (attribute, at, value) in map.Members.Where(member => !Attributes.Contains(member.Key)))
        {
            var nearest = NearestName.Of(attribute, Attributes);
            problems.Add(new Problem(
                $"{key} has an unknown attribute" + (NearestName.Hint("", nearest)),
                at,
                attribute,
                string.Join(", ", Attributes),
                $"put an object default under {key}.default"));
        }

        var own = full.StartsWith(project + ":", StringComparison.Ordinal);
        var type = map["type"] is { } typeNode ? ReadType(key, typeNode, map["items"], problems) : null;
        var (fallback, constant) = (map["default"], map["value"]);
        if (fallback is not null && constant is not null)
        {
            problems.Add(new Problem($"{key} has both a default and a value", constant.Where, Fix: "keep one of them"));
        }

        if (!own && (fallback ?? map["type"]) is { } foreign)
        {
            problems.Add(new Problem($"{key} belongs to another namespace than the project, so it cannot have a type or default", foreign.Where,
                Fix: "use value"));
        }

        var secret = map["secret"] is YamlText { Flag: true };
        var given = fallback ?? constant;
        if (secret && given is not null && !EngineValue.HoldsSecret(given))
        {
            problems.Add(new Problem(
                $"{key} is secret, so its {(fallback is null ? "value" : "default")} must not be here in plain text",
                given.Where,
                Fix: $"remove it, and run `pulumi config set --secret {key}` for each stack"));
        }

        return new ConfigDeclaration(full, type, given, secret, map.Where);
    }

    private static ConfigType? ReadType(string path, YamlValue node, YamlValue? items, List<Problem> problems)
    {
        if (node is not YamlText { Text: var name } || !ConfigType.Names.Contains(name))
        {
            var nearest = node is YamlText scalar ? NearestName.Of(scalar.Text, ConfigType.Names) : null;
            problems.Add(new Problem(
                $"{path} has an unknown type" + (NearestName.Hint("", nearest)),
                node.Where,
                node.Shown,
                string.Join(", ", ConfigType.Names)));
            return null;
        }

        if (name == "array" && items is null)
        {
            problems.Add(
                new Problem($"{path} is an array without an item type", node.Where, Allowed: "items: {type: string}, or another type", Fix: "add items"));
        }

        var itemType = items is YamlMap map && map["type"] is { } inner ? ReadType($"{path}.items", inner, map["items"], problems) : null;
        return new ConfigType(name, itemType);
    }
}
