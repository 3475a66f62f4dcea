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
                map.Problem("step", "duplicate drill record", fix: "combine the measurements in one record");
            }

            records.Add(record);
        }

        return records;
    }

    private static Evidence Of(SettingsMap map)
    {
        var step = map.Text("step", "the id of a duration in the assumption catalogue");
        if (AssumptionsSection.Kind(map, "step", step) is { } kind && (kind.Unit != AssumptionUnit.Duration || step != kind.Id))
        {
            map.Problem("step", "evidence needs a duration id, and states its scope with resource or configuration", "the id of a duration, without @");
        }

        var record = new Evidence(
            step,
            map.OptionalText("resource", "a URN pattern; * matches anything"),
            map.OptionalText("configuration", "what the drill covered"),
            Measured(map),
            map.Date("date"),
            Planned(map),
            map.Line);
        if (record.Resource is null == record.Configuration is null)
        {
            map.Problem("resource", "state either resource or configuration", "one of the two");
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
                map.Reading.Add(map.At("measured"), text.Where, "not a duration", text.Shown, DurationText.Allowed);
            }
        }

        return measured;
    }

    private static bool Planned(SettingsMap map)
    {
        var kind = map.Text("kind", AllowedKind);
        if (kind is not ("planned" or "unplanned" or ""))
        {
            map.Problem("kind", "not an allowed value", AllowedKind);
        }

        return kind == "planned";
    }
}
