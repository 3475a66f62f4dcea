using System.Globalization;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Recovery.Settings.Reading;

/// <summary><c>rules</c>: by id, a level or an object with level and parameters.</summary>
internal static class RulesSection
{
    private const string Allowed = "a level, or an object with level and parameters";

    private static readonly string[] Levels = ["advisory", "mandatory", "disabled", "remediate"];

    public static IReadOnlyList<RuleSetting> Read(SettingsMap root, RuleNames names)
    {
        if (root.Map("rules", "ids of rules, each with " + Allowed) is not { } map)
        {
            return [];
        }

        foreach (var member in map.Members)
        {
            names.Check(map.Reading, map.At(member.Key), member);
        }

        return [.. map.Members.Select(member => Of(map, member))];
    }

    private static RuleSetting Of(SettingsMap rules, YamlMember member)
    {
        switch (member.Value)
        {
            case YamlText { IsNothing: false }:
                return new RuleSetting(member.Key, Level(rules, member.Key), new Dictionary<string, object>(), member.Where.Line);
            case YamlMap { Members.Count: > 0 }:
                var map = rules.Map(member.Key, Allowed)!;
                return new RuleSetting(member.Key, Level(map, "level"), Parameters(map), member.Where.Line);
            default:
                rules.Problem(member.Key, "the rule has no settings", Allowed);
                return new RuleSetting(member.Key, null, new Dictionary<string, object>(), member.Where.Line);
        }
    }

    private static string? Level(SettingsMap map, string key)
    {
        var allowed = string.Join(", ", Levels);
        var level = map.OptionalText(key, allowed);
        if (level is null || Levels.Contains(level))
        {
            return level;
        }

        var nearest = NearestName.Of(level, Levels);
        map.Problem(key, NearestName.Hint("not a level", nearest), allowed);
        return null;
    }

    private static Dictionary<string, object> Parameters(SettingsMap map)
    {
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var member in map.Members.Where(member => member.Key != "level"))
        {
            if (member.Value is YamlText { IsNothing: false } text)
            {
                parameters.Add(member.Key, Value(text));
            }
            else
            {
                map.Problem(
                    member.Key, "a parameter must be a number, true, false or a string", "a number, true, false, or a string such as 15m",
                    "put parameters next to level, each with its value");
            }
        }

        return parameters;
    }

    private static object Value(YamlText text) => text switch
    {
        { Plain: true, Text: "true" } => true,
        { Plain: true, Text: "false" } => false,
        { Plain: true } when double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => text.Text,
    };
}
