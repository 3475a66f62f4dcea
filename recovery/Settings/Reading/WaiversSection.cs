using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Recovery.Settings.Reading;

/// <summary><c>waivers</c>: a list. That one has expired is for the check to say, which knows the day.</summary>
internal static class WaiversSection
{
    public static IReadOnlyList<Waiver> Read(SettingsMap root, RuleNames names)
    {
        var waivers = new List<Waiver>();
        var lines = new Dictionary<(string, string), int>();
        foreach (var map in root.Maps("waivers", "rule, urn, reason, owner and expires"))
        {
            var waiver = new Waiver(
                map.Text("rule", "the id of a rule"),
                map.Text("urn", "a URN pattern; * matches anything"),
                map.Text("reason", "why the violation is accepted"),
                map.Text("owner", "the person or team that owns it"),
                map.Date("expires"),
                map.Line);
            names.Check(map, "rule", waiver.Rule);
            map.RefuseUnknownKeys();
            if (waiver is { Rule.Length: > 0, Urn.Length: > 0 } && !lines.TryAdd((waiver.Rule, waiver.Urn), map.Line))
            {
                map.Problem("urn", $"duplicate of the waiver in line {lines[(waiver.Rule, waiver.Urn)]}", fix: "keep one of them");
            }

            waivers.Add(waiver);
        }

        return waivers;
    }
}
