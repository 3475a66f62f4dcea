using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Projects;

/// <summary>The declared type of a key, or of an array's items.</summary>
/// <param name="Name">string, integer, number, boolean, array or object.</param>
/// <param name="Items">The type of an array's items; null where it is not declared.</param>
internal sealed record ConfigType(string Name, ConfigType? Items)
{
    public static readonly string[] Names = ["string", "integer", "number", "boolean", "array", "object"];

    /// <summary>Adds a problem for each value of another type.</summary>
    /// <param name="path">The key and the path inside its value.</param>
    /// <param name="node">The value.</param>
    /// <param name="nested">Inside an array, where a text stays a text; a key's own scalar reaches the program as text anyway.</param>
    /// <param name="problems">Receives the problems.</param>
    public void Check(string path, YamlValue node, bool nested, List<Problem> problems)
    {
        if (!Fits(node, nested))
        {
            problems.Add(new Problem(
                $"{path} must be {Article(Name)}",
                node.Where,
                EngineValue.Shown(node),
                Example(),
                "correct the value, or the type in Pulumi.yaml"));
            return;
        }

        if (Items is not null && node is YamlList list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                Items.Check($"{path}[{i}]", list.Items[i], nested: true, problems);
            }
        }
    }

    private bool Fits(YamlValue node, bool nested)
    {
        if (EngineValue.IsSecure(node))
        {
            return true;
        }

        var kind = (node, nested) switch
        {
            (YamlText { IsNothing: false } text, false) => EngineScalars.Plain(text.Text).Kind,
            (YamlText text, _) => EngineScalars.Of(text).Kind,
            _ => (ScalarKind?)null,
        };
        return Name switch
        {
            "array" => node is YamlList,
            "object" => node is YamlMap,
            "string" => kind is not null && (!nested || kind == ScalarKind.Text),
            "boolean" => kind == ScalarKind.Boolean,
            "integer" => kind == ScalarKind.Integer,
            _ => kind is ScalarKind.Integer or ScalarKind.Number,
        };
    }

    private string Example() => Name switch
    {
        "array" => "a list, as in [a, b]",
        "object" => "keys with values, as in {primary: eu-west-1}",
        "boolean" => "true or false",
        "integer" => "a whole number, as in 3",
        "number" => "a number, as in 0.5",
        _ => "a string, in quotes if it looks like a number, true, false or null",
    };

    private static string Article(string name) => name is "array" or "integer" or "object" ? $"an {name}" : $"a {name}";
}
