using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrInfra.Tests.Provider.Replacements;

/// <summary>Values of a type. No plan validates them; some providers' code reads them all the same, so there are several kinds.</summary>
internal static class Samples
{
    // A word, and what is read as more than a word.
    private static readonly (string First, string Second)[] Texts =
    [
        ("one", "two"),
        ("arn:aws:iam::123456789012:role/one", "arn:aws:iam::123456789012:role/two"),
        (Policy("one"), Policy("two")),
        ("5.7.1", "8.0.2"),
        ("10", "20"),
        ("true", "false"),
        ("ENABLED", "DISABLED"),
        ("2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z"),
        ("10.0.0.0/16", "10.1.0.0/16"),
    ];

    // What decides how other attributes change.
    private static readonly Dictionary<string, string[]> Named = new(StringComparer.Ordinal)
    {
        ["engine"] = ["aurora-postgresql", "postgres"],
        ["billing_mode"] = ["PAY_PER_REQUEST"],
        ["target_type"] = ["lambda"],
    };

    /// <summary>The kind that is read as the name of a resource.</summary>
    public const int Names = 1;

    /// <summary>The kind that is read as a version.</summary>
    public const int Versions = 3;

    /// <summary>How many kinds of text there are.</summary>
    public static int Kinds => Texts.Length;

    /// <summary>Whether a resource always states it.</summary>
    public static bool IsStated(AttributeSchema attribute) => attribute.Required || attribute is { Settable: true, Name: "billing_mode" or "target_type" };

    /// <summary>One value of a kind.</summary>
    public static JsonNode? First(AttributeSchema attribute, int kind) =>
        Named.TryGetValue(attribute.Name, out var named) ? named[Math.Min(kind, named.Length - 1)] : Value(attribute.Type, kind % Kinds, second: false);

    /// <summary>Values before and after a change of a kind: another value, and one more in a list.</summary>
    public static IEnumerable<(JsonNode? Before, JsonNode? After)> Pairs(JsonElement type, int kind)
    {
        if (kind > 0 && !HasText(type))
        {
            yield break;
        }

        yield return (Value(type, kind, second: false), Value(type, kind, second: true));
        if (IsMany(type))
        {
            yield return (Value(type, kind, second: false), new JsonArray(Value(type[1], kind, second: false), Value(type[1], kind, second: true)));
        }
    }

    private static JsonNode? Value(JsonElement type, int kind, bool second)
    {
        if (type.ValueKind == JsonValueKind.String)
        {
            return type.GetString() switch
            {
                "string" => second ? Texts[kind].Second : Texts[kind].First,
                "number" => second ? 20 : 10,
                "bool" => second,
                _ => null,
            };
        }

        return type[0].GetString() switch
        {
            "map" => new JsonObject { ["key"] = Value(type[1], kind, second) },
            "object" => new JsonObject(type[1].EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Value(member.Value, kind, second)))),
            _ => new JsonArray(Value(type[1], kind, second)),
        };
    }

    /// <summary>A list or a set.</summary>
    public static bool IsMany(JsonElement type) => type.ValueKind == JsonValueKind.Array && type[0].GetString() is "list" or "set";

    private static bool HasText(JsonElement type) => type.ToString().Contains("string", StringComparison.Ordinal);

    private static string Policy(string id) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Sid":"{{id}}","Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:Get{{id}}","Resource":"*"}]}""";
}
