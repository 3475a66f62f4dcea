using System.Globalization;
using DrInfra.Policies.Catalogue;
using static DrInfra.Drctl.Reports.MarkdownText;

namespace DrInfra.Drctl.Reports;

/// <summary>docs/published-checks.md: which rule covers a published check, or why none does.</summary>
public static class PublishedChecksMarkdown
{
    /// <summary>What makes the file new.</summary>
    public const string Command = "dotnet run --project drctl -- rules --format published-checks --out docs/published-checks.md";

    public static string Render(IReadOnlyList<PublishedCheck> checks)
    {
        var covered = checks.Count(check => check.CoveredBy.Count > 0);
        return string.Join('\n', [.. Intro(checks.Count, covered), .. Reasons(checks), .. checks.GroupBy(check => check.Source).SelectMany(OfSource)]) + "\n";
    }

    private static string[] Intro(int all, int covered) =>
    [
        "# Published checks",
        "",
        $"<!-- Generated from the rules' headers and the reasons in policies/Catalogue: {Command} -->",
        "",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{all} published checks on backup, replication, redundancy, failover, retention, protection and detection."),
        string.Create(
            CultureInfo.InvariantCulture,
            $"A rule covers the intent of {covered} of them. For each of the other {all - covered}, the reason is given."),
        "A rule that covers a check is often stricter: it follows references to other resources and Regions, and judges",
        "an absent property by the service's default.",
        "",
    ];

    private static IEnumerable<string> Reasons(IReadOnlyList<PublishedCheck> checks)
    {
        yield return Header("not covered because", "checks");
        var reasons = checks.Where(check => check.Reason is not null).GroupBy(check => check.Reason!).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var reason in reasons)
        {
            yield return Row(reason.Key, reason.Count().ToString(CultureInfo.InvariantCulture));
        }

        yield return "";
    }

    private static IEnumerable<string> OfSource(IGrouping<string, PublishedCheck> source)
    {
        yield return $"## {source.Key}";
        yield return "";
        yield return Header("check", "service", "covered by, or why not");
        foreach (var check in source)
        {
            var rules = check.CoveredBy.Select(rule => $"[{rule.Id}](rules.md#{rule.Id})").ToList();
            yield return Row(Code(check.Id), check.Service, rules.Count > 0 ? string.Join(", ", rules) : check.Reason ?? "");
        }

        yield return "";
    }
}
