using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Recovery.Settings.Reading;

/// <summary><c>workloads</c>: by name, an object with tier and resources.</summary>
internal static class WorkloadsSection
{
    private const string AllowedPatterns = "a list of URN patterns; * matches anything";

    public static IReadOnlyList<WorkloadEntry> Read(SettingsMap root)
    {
        if (root.Map("workloads", "names, each with resources and optionally tier") is not { } map)
        {
            return [];
        }

        var entries = new List<WorkloadEntry>();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in map.Members)
        {
            if (map.Map(member.Key, "an object with tier and resources") is { } entry)
            {
                entries.Add(Of(entry, member, owners));
            }
            else if (map.Find(member.Key) is null)
            {
                map.Problem(member.Key, "empty", "an object with tier and resources", "add its resources, or remove the name");
            }
        }

        return entries;
    }

    private static WorkloadEntry Of(SettingsMap map, YamlMember member, Dictionary<string, string> owners)
    {
        var tier = map.OptionalText("tier", "the name of a tier");
        var patterns = map.RequiredTexts("resources", AllowedPatterns);
        foreach (var pattern in patterns)
        {
            // A resource belongs to exactly one workload; patterns that overlap only in part show when they meet a graph.
            if (!owners.TryAdd(pattern.Text, member.Key))
            {
                map.Reading.Add(
                    map.At("resources"), pattern.Where, $"these resources already belong to {owners[pattern.Text]}", pattern.Text,
                    fix: "keep the pattern in one workload");
            }
        }

        map.RefuseUnknownKeys();
        return new WorkloadEntry(member.Key, tier, [.. patterns.Select(pattern => pattern.Text)], member.Where.Line);
    }
}
