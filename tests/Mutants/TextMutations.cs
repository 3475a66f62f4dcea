using System.Globalization;
using System.Text.RegularExpressions;

namespace DrInfra.Tests.Mutants;

/// <summary>Other texts in place of one, of which some are weaker.</summary>
internal static partial class TextMutations
{
    public static readonly (string Region, string Other)[] Regions = [("eu-west-1", "eu-central-1"), ("eu-central-1", "eu-west-1")];

    // A word that has weaker ones. Any other word gets one letter more, which no service knows.
    private static readonly Dictionary<string, string[]> Weaker = new(StringComparer.Ordinal)
    {
        ["true"] = ["false"],
        ["Enabled"] = ["Disabled", "Suspended"],
        ["restricted"] = ["privileged"],
        ["DoNotSchedule"] = ["ScheduleAnyway"],
        ["RollingUpdate"] = ["Recreate"],
        ["IMMUTABLE"] = ["MUTABLE"],
        ["Retain"] = ["Delete"],
        ["In"] = ["NotIn"],
    };

    public static IEnumerable<string> Of(string text)
    {
        if (Weaker.TryGetValue(text, out var weaker))
        {
            return weaker;
        }

        // Of an image, a tag in place of the digest too: whoever pushes it changes what it names.
        var digest = text.IndexOf("@sha256:", StringComparison.Ordinal);
        var (region, other) = Regions.FirstOrDefault(pair => text.Contains(pair.Region, StringComparison.Ordinal));
        return region is not null ? [text.ChangeAll(region, other), .. digest < 0 ? Array.Empty<string>() : [$"{text[..digest]}:latest"]]
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Amounts(number, "")
            : Quantity().Match(text) is { Success: true } match
                ? Amounts(double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["unit"].Value)
            : [text + "x"];
    }

    private static string[] Amounts(double number, string unit) => [$"0{unit}", (number * 10).ToString(CultureInfo.InvariantCulture) + unit];

    /// <summary>Kubernetes API, resource.Quantity, and percentages.</summary>
    [GeneratedRegex("^(?<number>[0-9]+)(?<unit>m|k|M|G|T|Ki|Mi|Gi|Ti|%)$")]
    private static partial Regex Quantity();
}
