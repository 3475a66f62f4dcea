using System.Text.RegularExpressions;

namespace DrInfra.Tests.Recovery.Facts;

/// <summary>
/// Figures of services stand in facts.json with a source, and those of the operator in recovery.yaml: none is typed where recovery is
/// worked out.
/// </summary>
public partial class TypedFiguresTests
{
    // What is no figure of a service: file, number, why it may stand there.
    private static readonly (string File, string Number, string Why)[] Allowed =
    [
        ("policies/Assessment/Estimates.cs", "366", "how long a drill counts: a default of ours"),
        ("policies/Assessment/Manifest.cs", "3", "slashes in the name of a manifest"),
        ("recovery/RecoveryManifest.cs", "4096", "the size of a parameter, which is a contract between the stacks"),
        ("recovery/DurationText.cs", "3650", "longer is a slip of the pen"),
        ("recovery/DurationText.cs", "9", "digits that cannot overflow"),
        ("recovery/Settings/RateText.cs", "1000", "faster is a slip of the pen"),
        ("recovery/Settings/RateText.cs", "1e-3", "units of bytes"),
        ("recovery/Settings/RateText.cs", "1e3", "units of bytes"),
        ("recovery/Settings/RateText.cs", "1e6", "units of bytes"),
        ("recovery/Settings/RecoverySettingsFile.cs", "500_000", "the size of a file that somebody wrote"),
        ("recovery/Timeline/CriticalPath.cs", "500", "how much is drawn"),
        ("recovery/Timeline/CriticalPath.cs", "200", "how much is drawn"),
    ];

    // Units; promises, whose figures docs/adr/0004-tiers.md keeps; limits of a reader of texts.
    private static readonly string[] NotRead = ["recovery/UnitsOfTime.cs", "recovery/DefaultTiers.cs", "recovery/Settings/Kit/"];

    [Fact]
    public void Assessment_TypesNoFigure() => Assert.Equal(
        Allowed.Select(allowed => $"{allowed.File}: {allowed.Number}").Order(StringComparer.Ordinal),
        Files("policies/Assessment", "recovery").SelectMany(file => Numbers(file).Select(number => $"{file}: {number}")).Distinct()
            .Order(StringComparer.Ordinal));

    private static IEnumerable<string> Files(params IEnumerable<string> folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !NotRead.Any(path.StartsWith));

    // Counts up to two are no figures, nor are the values of an enumeration.
    private static IEnumerable<string> Numbers(string file) => Number()
        .Matches(NoCode().Replace(Repository.Read(file), "\"\""))
        .Select(match => match.Value)
        .Where(text =>
            double.Parse(string.Concat(text.Split('_')), System.Globalization.CultureInfo.InvariantCulture) is not (>= 0.5 and <= 2 or 0));

    [GeneratedRegex(""""
        """[\s\S]*?"""|"(\\.|[^"\\\n])*"|//[^\n]*|^\s*\w+ = \d+,
        """", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex NoCode();

    [GeneratedRegex(@"(?<![\w.])\d[\d_]*(\.\d+)?(e-?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
