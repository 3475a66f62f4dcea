using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DrInfra.Drctl.Projects;

/// <summary>Configuration values from YAML, with the lines they stand on.</summary>
internal static class YamlConfig
{
    /// <summary>Deeper values are refused: they can only come from an alias that contains itself.</summary>
    private const int DeepestValue = 64;

    /// <summary>More values than any settings have; aliases of aliases can make billions out of a few lines.</summary>
    private const int MostValues = 200_000;

    /// <summary>Reads a file's only document; null, with a problem, where it cannot be used; an empty map for an empty file.</summary>
    public static ConfigMap? ReadFile(string path, List<UserProblem> problems)
    {
        var name = Path.GetFileName(path);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new UserProblem("the file cannot be read", name, exception.Message, Cure: "check the path and its permissions"));
            return null;
        }

        var node = Parse(text, line => $"{name}:{line}", name, problems);
        switch (node)
        {
            case null:
                return null;
            case ConfigMap map:
                return map;
            case ConfigScalar { Kind: ScalarKind.Null }:
                return new ConfigMap(name, []);
            default:
                problems.Add(new UserProblem("the file must hold one object", node.Where, Allowed: "keys with values, as in name: drinfra"));
                return null;
        }
    }

    /// <summary>Reads one value; null, with a problem, where it cannot be used.</summary>
    public static ConfigNode? ReadValue(string text, string where, List<UserProblem> problems) => Parse(text, _ => where, where, problems);

    private static ConfigNode? Parse(string text, Func<long, string> where, string source, List<UserProblem> problems)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(new MergingParser(new Parser(reader)));
        }
        catch (YamlException exception)
        {
            problems.Add(new UserProblem("this is not well-formed YAML", where(exception.Start.Line), FirstLine(exception.Message), Cure: "check indentation, colons and quotes"));
            return null;
        }

        if (stream.Documents.Count == 0)
        {
            return new ConfigScalar(source, ScalarKind.Null, "");
        }

        if (stream.Documents.Count > 1)
        {
            problems.Add(new UserProblem("there is more than one YAML document", where(stream.Documents[1].RootNode.Start.Line), Allowed: "one, without a line of ---"));
            return null;
        }

        var budget = MostValues;
        return Convert(stream.Documents[0].RootNode, where, problems, 0, ref budget);
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim();

    private static ConfigNode? Convert(YamlNode node, Func<long, string> where, List<UserProblem> problems, int depth, ref int budget)
    {
        var place = where(node.Start.Line);
        if (depth > DeepestValue || --budget < 0)
        {
            if (budget > int.MinValue / 2)
            {
                problems.Add(new UserProblem("the value is too large or nested too deeply", place, Cure: "check its aliases (*name): one may contain itself"));
            }

            // Said once; everything after it is left out quietly.
            budget = int.MinValue / 2;
            return null;
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                var members = new List<KeyValuePair<string, ConfigNode>>();
                foreach (var (keyNode, valueNode) in mapping.Children)
                {
                    if (keyNode is not YamlScalarNode { Value: { } key })
                    {
                        problems.Add(new UserProblem("a key must be a text", where(keyNode.Start.Line), Allowed: "key: value"));
                    }
                    else if (Convert(valueNode, where, problems, depth + 1, ref budget) is { } value)
                    {
                        members.Add(new(key, value));
                    }
                }

                return members is [{ Key: "secure", Value: ConfigScalar { Kind: ScalarKind.Text } }]
                    ? new ConfigSecure(place)
                    : new ConfigMap(place, members);
            case YamlSequenceNode sequence:
                var items = new List<ConfigNode>();
                foreach (var itemNode in sequence.Children)
                {
                    if (Convert(itemNode, where, problems, depth + 1, ref budget) is { } item)
                    {
                        items.Add(item);
                    }
                }

                return new ConfigList(place, items);
            default:
                return Scalar((YamlScalarNode)node, place, problems);
        }
    }

    private static ConfigScalar Scalar(YamlScalarNode node, string place, List<UserProblem> problems)
    {
        var text = node.Value ?? "";
        if (node.Style is not (ScalarStyle.Plain or ScalarStyle.Any) || (!node.Tag.IsEmpty && node.Tag.Value == "tag:yaml.org,2002:str"))
        {
            return new ConfigScalar(place, ScalarKind.Text, text);
        }

        var scalar = YamlScalars.Plain(text, place, out var fault);
        if (fault is not null)
        {
            problems.Add(new UserProblem(fault, place, text, Cure: $"put it in quotes: \"{text}\""));
        }

        return scalar;
    }
}
