using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Recovery.Settings.Reading;

/// <summary><c>counterparts</c>: by stack, the file with the other stack's graph, as it is written.</summary>
internal static class CounterpartsSection
{
    private const string Allowed = "the path of an export or preview of the other stack";

    public static IReadOnlyDictionary<string, string> Read(SettingsMap root) => root.Map("counterparts", "names of stacks, each with " + Allowed) is { } map
        ? map.Members.ToDictionary(member => member.Key, member => map.Text(member.Key, Allowed), StringComparer.Ordinal)
        : new Dictionary<string, string>();
}
