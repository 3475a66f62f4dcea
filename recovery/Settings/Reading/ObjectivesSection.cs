using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Recovery.Settings.Reading;

/// <summary><c>objectives</c>: under <c>workloads</c> and <c>tiers</c>, by name.</summary>
internal static class ObjectivesSection
{
    private const string AllowedObjective = "{ rpo: 5m, rto: 30m }, or none";
    private const string AllowedFigure = DurationText.Allowed + ", or none";

    public static IReadOnlyList<ObjectiveEntry> Read(SettingsMap root)
    {
        if (root.Map("objectives", "the objects workloads and tiers") is not { } map)
        {
            return [];
        }

        List<ObjectiveEntry> entries = [.. Entries(map, "workloads", isTier: false), .. Entries(map, "tiers", isTier: true)];
        map.RefuseUnknownKeys(name => $"put {name} under workloads or under tiers");
        return entries;
    }

    private static IEnumerable<ObjectiveEntry> Entries(SettingsMap objectives, string key, bool isTier)
    {
        if (objectives.Map(key, "names, each with its objectives") is not { } map)
        {
            yield break;
        }

        foreach (var member in map.Members)
        {
            if (map.Map(member.Key, "disruptions, decide and corruptionDetection") is { } entry)
            {
                yield return Entry(entry, member, isTier);
            }
            else if (map.Find(member.Key) is null)
            {
                map.Problem(member.Key, "empty", "disruptions, decide and corruptionDetection", "add the objectives, or remove the name");
            }
        }
    }

    private static ObjectiveEntry Entry(SettingsMap map, YamlMember member, bool isTier)
    {
        var objectives = new Dictionary<Disruption, Objective>();
        foreach (var disruption in DisruptionNames.All)
        {
            if (map.Find(disruption.Text()) is not null)
            {
                objectives[disruption] = Of(map, disruption.Text());
            }
        }

        var detection = map.OptionalDuration("corruptionDetection");
        var decide = Decide(map);
        var untilArmed = map.OptionalDuration("decideUntilArmed");
        map.RefuseUnknownKeys();
        return new ObjectiveEntry(member.Key, isTier, objectives, detection, decide, member.Where.Line) { DecideUntilArmed = untilArmed };
    }

    private static Objective Of(SettingsMap map, string key)
    {
        if (map.Find(key) is { Value: YamlText { Text: "none" } } || map.Map(key, AllowedObjective) is not { } figures)
        {
            return Objective.None;
        }

        var objective = new Objective(Figure(figures, "rpo"), Figure(figures, "rto"));
        figures.RefuseUnknownKeys();
        return objective;
    }

    // Both must be said: one that is left out would be a promise taken back without a word.
    private static TimeSpan? Figure(SettingsMap map, string key)
    {
        var text = map.Text(key, AllowedFigure);
        return text is "none" or "" ? null : map.OptionalDuration(key, AllowedFigure);
    }

    private static Decision? Decide(SettingsMap map)
    {
        const string Allowed = "automatic, or " + DurationText.Allowed;
        return map.OptionalText("decide", Allowed) switch
        {
            null => null,
            "automatic" => Decision.Automatic,
            _ => map.OptionalDuration("decide", Allowed) is { } within ? new Decision(within) : null,
        };
    }
}
