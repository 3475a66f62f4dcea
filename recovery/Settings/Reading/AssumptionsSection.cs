using System.Text.RegularExpressions;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Recovery.Settings.Reading;

/// <summary><c>assumptions</c>: a list.</summary>
internal static partial class AssumptionsSection
{
    private const string AllowedId = "an id of the catalogue, followed by @workload or @workload/store to limit its scope";

    public static IReadOnlyList<Assumption> Read(SettingsMap root)
    {
        var assumptions = new List<Assumption>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var map in root.Maps("assumptions", "id, value, why, owner, reviewed and expires"))
        {
            var assumption = Of(map);
            if (assumption.Id.Length > 0 && !lines.TryAdd(assumption.Id, map.Line))
            {
                map.Problem("id", $"duplicate of the assumption in line {lines[assumption.Id]}", fix: "keep one of them, or limit one with @workload");
            }

            assumptions.Add(assumption);
        }

        return assumptions;
    }

    /// <summary>The entry of the catalogue that an id is of; null, with a problem, where it is of none.</summary>
    public static AssumptionKind? Kind(SettingsMap map, string key, string id)
    {
        if (AssumptionCatalogue.Find(id) is { } kind)
        {
            return kind;
        }

        if (id.Length > 0)
        {
            var nearest = NearestName.Of(AssumptionCatalogue.Subject(id), AssumptionCatalogue.All.Select(known => known.Id));
            map.Problem(
                key,
                NearestName.Hint("unknown assumption id", nearest),
                string.Join(", ", AssumptionCatalogue.All.Select(known => known.Id)));
        }

        return null;
    }

    private static Assumption Of(SettingsMap map)
    {
        var id = map.Text("id", AllowedId);
        var kind = Kind(map, "id", id);
        if (kind is not null && !Form().IsMatch(id))
        {
            map.Problem("id", "the scope is not in the expected format", AllowedId);
        }

        var text = map.Text("value", Allowed(kind?.Unit));
        var assumption = new Assumption(
            id,
            Value(map, text, kind?.Unit),
            text,
            map.Text("why", "why the value is plausible"),
            map.Text("owner", "the person or team that owns it"),
            map.Date("reviewed"),
            map.OptionalDate("expires"),
            map.Line);
        if (assumption.Expires <= assumption.Reviewed)
        {
            map.Problem("expires", "expires is before reviewed", "a date after reviewed");
        }

        map.RefuseUnknownKeys();
        return assumption;
    }

    private static double Value(SettingsMap map, string text, AssumptionUnit? unit)
    {
        switch (unit)
        {
            case AssumptionUnit.Duration when DurationText.TryParse(text, out var duration):
                return duration.TotalSeconds;
            case AssumptionUnit.Rate when RateText.TryParse(text, out var rate):
                return rate;
            case AssumptionUnit.Statement when text is "yes" or "true":
                return 1;
            default:
                if (text.Length > 0 && unit is not null)
                {
                    map.Problem("value", $"not a {unit.ToString()!.ToLowerInvariant()}", Allowed(unit));
                }

                return 0;
        }
    }

    private static string Allowed(AssumptionUnit? unit) => unit switch
    {
        AssumptionUnit.Duration => DurationText.Allowed,
        AssumptionUnit.Rate => RateText.Allowed,
        AssumptionUnit.Statement => "yes; omit the entry otherwise",
        _ => $"{DurationText.Allowed}; {RateText.Allowed}",
    };

    [GeneratedRegex(@"^[^@]+(@[^@/\s]+(/[^@\s]+)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
