using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Recovery.Settings.Reading;

/// <summary><c>evidence</c>: a list.</summary>
internal static class EvidenceSection
{
    private const string AllowedKind = "planned, unplanned";

    public static IReadOnlyList<Evidence> Read(SettingsMap root)
    {
        var records = new List<Evidence>();
        var lines = new Dictionary<(string, string?, string?, DateOnly, bool), int>();
        foreach (var map in root.Maps("evidence", "step, resource or configuration, measured, date and kind"))
        {
            var record = Of(map);
            if (!lines.TryAdd((record.Step, record.Resource, record.Configuration, record.Date, record.Planned), map.Line))
            {
                map.Problem("step", "the same drill is already recorded", fix: "put all that was measured into one record");
            }

            records.Add(record);
        }

        return records;
    }

    private static Evidence Of(SettingsMap map)
    {
        var step = map.Text("step", "the id of a duration in the catalogue of assumptions");
        if (AssumptionsSection.Kind(map, "step", step) is { } kind && (kind.Unit != AssumptionUnit.Duration || step != kind.Id))
        {
            map.Problem("step", "evidence is of a duration, and says with resource or configuration where", "the id of a duration, without @");
        }

        var record = new Evidence(
            step,
            map.OptionalText("resource", "a URN pattern; * stands for anything"),
            map.OptionalText("configuration", "what was drilled"),
            Measured(map),
            map.Date("date"),
            Planned(map),
            map.Line);
        if (record.Resource is null == record.Configuration is null)
        {
            map.Problem("resource", "either resource or configuration is wanted, to say what was drilled", "one of the two");
        }

        map.RefuseUnknownKeys();
        return record;
    }

    private static List<double> Measured(SettingsMap map)
    {
        const string Allowed = "a list of durations, such as [4m, 5m30s]";
        var measured = new List<double>();
        foreach (var text in map.RequiredTexts("measured", Allowed))
        {
            if (DurationText.TryParse(text.Text, out var duration))
            {
                measured.Add(duration.TotalSeconds);
            }
            else
            {
                map.Reading.Add(map.At("measured"), text.Where, "this is no duration", text.Shown, DurationText.Allowed);
            }
        }

        return measured;
    }

    private static bool Planned(SettingsMap map)
    {
        var kind = map.Text("kind", AllowedKind);
        if (kind is not ("planned" or "unplanned" or ""))
        {
            map.Problem("kind", "not one of the choices", AllowedKind);
        }

        return kind == "planned";
    }
}
