using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Export;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>A module in which every value is changed that the table of replacements says to change in place, as far as a value can be guessed.</summary>
internal static class ChangedModule
{
    /// <summary>Changes the module in a folder, and returns what was changed: addresses and their attributes.</summary>
    public static IReadOnlySet<(string Address, string Attribute)> Write(string folder)
    {
        var path = Path.Combine(folder, ModuleFolder.Main);
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        var changed = new HashSet<(string, string)>();
        foreach (var (token, type) in TerraformMap.Shipped.Types)
        {
            if (!ReplacementTable.Shipped.Planned.TryGetValue(token, out var planned) || root["resource"]![type.Name] is not JsonObject resources)
            {
                continue;
            }

            var reviewed = ReplacementTable.Shipped.Reviewed.Where(entry => entry.Type == token).SelectMany(entry => entry.MayReplace);
            foreach (var (label, body) in resources)
            {
                foreach (var attribute in planned.InPlace.Except(reviewed).Select(TerraformNames.Attribute))
                {
                    if (Other(attribute, body![attribute]) is { } other)
                    {
                        body[attribute] = other;
                        changed.Add(($"{type.Name}.{label}", attribute));
                    }
                }
            }
        }

        File.WriteAllText(path, root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return changed;
    }

    private static JsonNode? Other(string attribute, JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Number => OtherNumber(attribute, value.GetValue<double>()),
        JsonValueKind.String when attribute is "description" or "alarm_description" => $"{value.GetValue<string>()}, changed",
        _ => null,
    };

    // One that the provider takes: some have a range whose end is in use, some only certain values.
    private static double OtherNumber(string attribute, double value) => attribute switch
    {
        "retention_in_days" => 180,
        "period" => value * 2,
        _ => value > 1 ? value - 1 : value + 1,
    };
}
