using DrInfra.Drctl.Reports.Json;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;

namespace DrInfra.Drctl.Reports;

/// <summary>
/// A check as SARIF 2.1.0, the format of code-scanning services. A violation is a failed result, a waived one a suppressed result,
/// what could not be judged an open result.
/// </summary>
public static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Render(CheckResult result)
    {
        var report = result.Report;
        Rule[] rules =
        [
            .. report.Violations.Select(violation => violation.Rule)
                .Concat(report.Unknown.Select(unknown => unknown.Rule))
                .Concat(report.Waived.Select(waived => waived.Violation.Rule))
                .Concat(result.Rules)
                .DistinctBy(rule => rule.Id)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
        var indexes = rules.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);
        var results = report.Violations.Select(violation => ResultOf(result, indexes, violation, null))
            .Concat(report.Waived.Select(waived => ResultOf(result, indexes, waived.Violation, waived)))
            .Concat(report.Unknown.Select(unknown => ResultOf(result, indexes, unknown)));
        return ReportJson.Text(new SarifLog(Schema, "2.1.0",
        [
            new SarifLog.Run(
                new SarifLog.Tool(new SarifLog.Driver(RecoveryPolicyPack.Name, RecoveryPolicyPack.Version, rules.Select(DescriptorOf))),
                results,
                new SarifLog.RunProperties(report.AsOf, VerdictText.Summary(result))),
        ]));
    }

    private static SarifLog.Descriptor DescriptorOf(Rule rule) => new(
        rule.Id,
        rule.GetType().Name,
        rule.Aliases.Count == 0 ? null : rule.Aliases,
        new SarifLog.Message(rule.Description),
        new SarifLog.Message(rule.Why),
        new SarifLog.Message(rule.Fix),
        new SarifLog.Configuration(LevelOf(rule.Level)),
        new SarifLog.DescriptorProperties(VerdictText.Word(rule.Severity), rule.Practices));

    private static SarifLog.Result ResultOf(CheckResult result, Dictionary<string, int> indexes, Violation violation, WaivedViolation? waived) => new(
        violation.Rule.Id,
        indexes[violation.Rule.Id],
        LevelOf(violation.Enforcement),
        "fail",
        MessageOf(violation.Urn, violation.Stack, violation.Message),
        LocationsOf(result, violation.Urn, violation.Property),
        new SarifLog.Fingerprints(violation.Fingerprint),
        waived is null ? null : [new SarifLog.Suppression("external", $"{waived.Reason} ({waived.Owner}, until {waived.Expires:yyyy-MM-dd})")]);

    // SARIF wants the level "none" on what is not a failure.
    private static SarifLog.Result ResultOf(CheckResult result, Dictionary<string, int> indexes, UnknownVerdict unknown) => new(
        unknown.Rule.Id,
        indexes[unknown.Rule.Id],
        result.FailOnUnknown ? "error" : "none",
        result.FailOnUnknown ? "fail" : "open",
        MessageOf(unknown.Urn, unknown.Stack, $"{unknown.Property} is not known before the deployment"),
        LocationsOf(result, unknown.Urn, unknown.Property),
        new SarifLog.Fingerprints(new Violation(unknown.Stack, unknown.Rule, Level.Advisory, unknown.Urn, string.Empty, unknown.Property).Fingerprint));

    // Services show the message alone in their lists: it has to say which resource it is about.
    private static SarifLog.Message MessageOf(string urn, string stack, string text)
    {
        var about = urn.Length > 0 ? ResourceName.WithStack(urn) : stack;
        return new SarifLog.Message(about.Length > 0 ? $"{about}: {text}" : text);
    }

    private static IEnumerable<SarifLog.Location> LocationsOf(CheckResult result, string urn, string? property)
    {
        var source = urn.Length > 0 ? result.SourceOf(urn) : result.Sources is [var first, ..] ? first : null;
        var file = source is { IsFile: true } ? source : null;
        if (urn.Length > 0 || file is not null)
        {
            yield return new SarifLog.Location(
                file is null ? null : new SarifLog.PhysicalLocation(new SarifLog.ArtifactLocation(UriOf(file.Path)),
                    new SarifLog.TextRegion(file.Lines.GetValueOrDefault(urn, 1))),
                urn.Length == 0 ? null : [LogicalOf(urn, property)]);
        }
    }

    private static SarifLog.LogicalLocation LogicalOf(string urn, string? property) => new(
        ResourceUrn.TryParse(urn, out var parsed) ? parsed.Name : urn,
        urn,
        "resource",
        string.IsNullOrEmpty(property) ? null : new SarifLog.LogicalProperties(property));

    /// <summary>A relative path stays relative, so that a service finds it in the repository.</summary>
    private static string UriOf(string path) => Path.IsPathRooted(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static string LevelOf(Level level) => level switch
    {
        Level.Mandatory => "error",
        Level.Disabled => "none",
        _ => "warning",
    };
}
