using System.Text.RegularExpressions;
using DrInfra.Drctl.Commands;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;
using DrInfra.Infra.Settings;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>Settings of a user: they are previewed and judged, whatever they are, and no test depends on those of the repository.</summary>
public sealed partial class OwnSettingsTests
{
    private const string Us = """
        regions: { primary: us-east-1, standby: us-west-2 }
        witnessRegion: us-east-2
        pair: east
        """;

    private const string UsWithLessWorkloads = """
        regions: { primary: us-west-2, standby: us-east-2 }
        witnessRegion: us-east-1
        pair: shop
        accountId: "999988887777"
        workloads:
          - name: events
            owner: customer-platform
            tier: business-critical
            endpoint: events
            serving: { image: "events@sha256:5b3975651c3cab92d044c096dc30a1c2d9525497457472de48c51ecb363d1f4a", port: 443, replicas: 12 }
            stores: [{ name: profiles, kind: table, sizeGb: 15, changeGbPerDay: 2 }]
          - name: reporting
            owner: finance-systems
            tier: internal
            stores: [{ name: reports, kind: database, sizeGb: 800, changeGbPerDay: 20 }]
        """;

    private const string Asia = """
        regions: { primary: ap-northeast-1, standby: ap-northeast-3 }
        witnessRegion: ap-northeast-2
        network: { primary: { range: 10.1.0.0/16 }, standby: { range: 10.2.0.0/18 } }
        """;

    private const string OtherTiers = """
        pair: second
        tiers:
          gold:
            strategy: warm-standby
            decide: automatic
            decideUntilArmed: 10m
            corruptionDetection: 30m
            objectives: { instance: { rpo: 0s, rto: 10m }, zone: { rpo: 0s, rto: 20m }, region: { rpo: 10m, rto: 1h }, corruption: { rpo: 2h, rto: 6h } }
          internal:
            objectives: { region: { rpo: 12h, rto: 1d } }
        workloads:
          - name: orders
            owner: shop
            tier: gold
            endpoint: orders
            serving: { image: "orders@sha256:5b3975651c3cab92d044c096dc30a1c2d9525497457472de48c51ecb363d1f4a", replicas: 3 }
            stores: [{ name: book, kind: database, sizeGb: 10, changeGbPerDay: 1 }, { name: carts, kind: table, sizeGb: 1, changeGbPerDay: 1 }]
          - name: archive
            owner: shop
            tier: internal
            stores: [{ name: papers, kind: bucket, sizeGb: 5, changeGbPerDay: 1 }]
        """;

    private const string TurnedRound = """
        regions: { primary: eu-central-1, standby: eu-west-1 }
        alertEmails: [pager@example.org, boss@example.org]
        versions: { auroraPostgresql: "17.4" }
        dns: { zoneId: Z9999999999OTHER, domain: example.org }
        """;

    // What is there for another reason, or for what holds whatever the files say.
    private static readonly Dictionary<string, string> MayReadThem = new()
    {
        ["tests/Stacks/OwnSettingsTests.cs"] = "it previews and judges them",
        ["tests/Stacks/BuildTests.cs"] = "it asks MSBuild in the folder",
        ["tests/Stacks/SourceTextTests.cs"] = "it reads every file as text",
        ["tests/Stacks/Workflows/WorkflowRun.cs"] = "workflows run in the folder; drctl does not",
        ["tests/Drctl/PackageTests.cs"] = "it packs drctl in the folder",
        ["tests/Policies/RoomsTests.cs"] = "it reads sources of policies",
        ["tests/Benchmarks/CompiledPack.cs"] = "it builds the pack",
        ["tests/Benchmarks/AnalyzerBenchmark.cs"] = "it reads recorded calls",
        ["tests/Stacks/FormsTests.cs"] = "it reads graphs, and judges them by settings of its own",
    };

    [Theory]
    [InlineData("two American Regions, another name", Us, "full")]
    [InlineData("two American Regions, another account, fewer workloads", UsWithLessWorkloads, "full")]
    [InlineData("two Asian Regions, another network, a small pair", Asia, "small")]
    [InlineData("another tier, other promises, other workloads", OtherTiers, "full")]
    [InlineData("the Regions the other way round, another domain and version, a small pair", TurnedRound, "small")]
    public async Task OtherSettings_ArePreviewedAndJudged(string situation, string settings, string sizing)
    {
        using var project = new ChangedProject(settings, sizing);
        StackPreviewResult[] stacks = [await project.PreviewAsync("dev"), await project.PreviewAsync("dr")];

        var report = AssertJudged(situation, stacks, ShippedVerdicts.Settings);
        Assert.DoesNotContain(report.Objectives, outcome => outcome.NeedsCounterpart);
        Assert.True(report.UnknownLines().Length == 0, $"{situation}: {string.Join('\n', report.UnknownLines())}");
        Assert.All(stacks, stack => Assert.Equal(sizing == "small", stack.Settings.Sizing == Sizing.Small));
    }

    [Fact]
    public async Task RepositorysOwnSettings_ArePreviewedAndJudged()
    {
        var project = ProjectFolder.Open(Repository.Root);
        var stacks = await Task.WhenAll(project.Read(project.Stacks).Select(stack => StackPreview.RunAsync(stack.Configuration)));
        var policy = PolicyFile.Find(Repository.Root);

        Assert.NotEmpty(stacks);
        Assert.All(stacks.GroupBy(stack => stack.Settings.Pair), pair =>
            AssertJudged($"pair {pair.Key}", [.. pair], policy is null ? RecoverySettings.None : RecoverySettingsFile.Read(policy)));
    }

    [Fact]
    public void NoOtherTest_ReadsTheRepositorysOwnSettings() => Assert.Equal(
        MayReadThem.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => OwnSettings().IsMatch(File.ReadAllText(path)))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    private static CheckReport AssertJudged(string situation, StackPreviewResult[] stacks, RecoverySettings said)
    {
        var settings = stacks[0].Settings;
        string[] stated = [settings.Regions.Primary, settings.Regions.Standby];
        var report = StackCheck.Run(Estate.Of(stacks.Select(stack => stack.Graph), AwsNames.Instance), said, ShippedVerdicts.AsOf);

        Assert.Subset(
            report.Objectives.Select(outcome => (outcome.Workload, outcome.Disruption)).ToHashSet(),
            settings.Workloads.SelectMany(workload => DisruptionNames.All.Select(disruption => (workload.Name, disruption))).ToHashSet());
        Assert.All(report.Objectives, outcome => Assert.True(
            outcome.Verdict != ObjectiveVerdict.Unknown || outcome.NeedsCounterpart
                || (outcome.Disruption == Disruption.Region && settings.Failover == FailoverState.InProgress),
            $"{situation}: {outcome.Workload} {outcome.Disruption}: {outcome.Because}"));
        Assert.All(stacks, stack =>
        {
            Assert.Empty(stack.NotEmulated);
            Assert.Subset(
                stated.Concat(settings.WitnessRegion is { } third ? [third] : []).ToHashSet(),
                stack.Graph.OfType("pulumi:providers:aws").Select(provider => provider.Inputs.Text("region")!).ToHashSet());
            // The witness is named in the tables that it is for and watches the others, and no data is there. Metrics of health checks are in us-east-1 alone.
            Assert.Subset(
                stated.Append("us-east-1").Concat(settings.WitnessRegion is { } witness ? [witness] : []).ToHashSet(),
                stack.Graph.Resources.SelectMany(resource => resource.Inputs.Texts()).SelectMany(text => RegionName().Matches(text.Text))
                    .Select(match => match.Value).ToHashSet());
        });
        return report;
    }

    [GeneratedRegex(@"\b(af|ap|ca|eu|il|me|mx|sa|us)-(north|south|east|west|central|northeast|northwest|southeast|southwest)-\d(?!\d)")]
    private static partial Regex RegionName();

    // The folder as a whole, as --project and others take it; the files by name; the folder in which a policy pack finds recovery.yaml; and
    // files of stacks, for which drctl finds the project that they are in.
    [GeneratedRegex("""
        (?<!Path\.Combine\(|GetRelativePath\()Repository\.Root\b|Repository\.(Read\(|Root, )\$?"(Pulumi\.|policies(/|", ")recovery|policies"\)|tests(/|", ")Fix)
        """)]
    private static partial Regex OwnSettings();
}
