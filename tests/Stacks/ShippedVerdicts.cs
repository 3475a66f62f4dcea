using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Stacks;

/// <summary>Checks graphs with the example's recovery.yaml, as of a fixed day.</summary>
internal static class ShippedVerdicts
{
    public static readonly DateOnly AsOf = new(2026, 11, 24);

    public static readonly RecoverySettings Settings = RecoverySettingsFile.Read(Path.Combine(Repository.Shipped, "policies", "recovery.yaml"));

    public static CheckReport Of(params IEnumerable<ResourceGraph> graphs) => StackCheck.Run(Estate.Of(graphs, AwsNames.Instance), Settings, AsOf);

    public static string[] Lines(this CheckReport report) =>
        [.. report.Violations.Select(violation => $"{violation.Rule.Id} {violation.Urn.Split("::").Last()}: {violation.Message}")];

    public static string[] UnknownLines(this CheckReport report) =>
        [.. report.Unknown.Select(unknown => $"{unknown.Rule.Id} {unknown.Urn.Split("::").Last()}: {unknown.Property}")];

    public static string[] Objectives(this CheckReport report) =>
        [.. report.Objectives.Select(outcome => $"{outcome.Workload} {outcome.Disruption}: {outcome.RpoVerdict} {outcome.RtoVerdict}")];

    /// <summary>Each finding stands in what is said of violations, of what is not known, or of objectives.</summary>
    public static void Sees(this CheckReport report, IReadOnlyCollection<string> findings)
    {
        var seen = string.Join('\n', [.. report.Lines(), .. report.UnknownLines(), .. report.Objectives()]);
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Contains(finding, seen, StringComparison.Ordinal));
    }
}
