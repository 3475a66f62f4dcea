using System.Text.Json;
using DrInfra.Drctl.Commands;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>Stacks that were not written for this, as the public programs of others export them.</summary>
public sealed class ForeignStackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-foreign-").FullName;

    public static TheoryData<string> Exports =>
        [.. Directory.GetFiles(Fixtures, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Fixtures { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "other-programs");

    private static string SmallStacks { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "small-stacks");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task WithoutObjectives_EveryStoreIsShown_AndNothingIsRefused(string export)
    {
        var (code, output, _) = await RunAsync("check", Fixture(export));

        Assert.Equal(ExitCodes.Clean, code);
        Assert.All(Stateful(export), node => Assert.Contains($" {node.Name}", output, StringComparison.Ordinal));
        Assert.DoesNotContain("BREACHED", output, StringComparison.Ordinal);
        Assert.DoesNotContain("mandatory  ", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task WithATier_EveryStoreGetsItsBreaches(string export)
    {
        var (code, output, _) = await RunAsync("check", Fixture(export), "--tier", "mission-critical", "--format", "json");

        using var report = JsonDocument.Parse(output);
        var stores = report.RootElement.GetProperty("stores").EnumerateArray().ToDictionary(store => store.GetProperty("urn").GetString()!);
        var holdsData = Stateful(export).Where(node => StatefulTypes.Find(node)!.Part == StatefulPart.Data || node.Type == "aws:secretsmanager/secret:Secret")
            .ToArray();
        // Objectives were asked for: where nothing could be judged, that is no pass.
        Assert.Equal(ExitCodes.Refused, code);
        Assert.All(holdsData, node => Assert.Contains(
            stores[node.Urn].GetProperty("disruptions").EnumerateArray(),
            outcome => outcome.GetProperty("rpoVerdict").GetString() == "Breached" && outcome.GetProperty("disruption").GetString() == "region"));
    }

    // Those with little to say are shorter, and the longest has findings of 25 rules.
    [Theory]
    [InlineData(52)]
    [InlineData(56, "--tier", "mission-critical")]
    public async Task FirstLook_FitsAPage(int lines, params string[] options)
    {
        foreach (var export in Directory.GetFiles(Fixtures).Concat(Directory.GetFiles(SmallStacks)))
        {
            var (_, output, error) = await RunAsync(["check", export, .. options]);

            Assert.True(output.Split('\n').Length - 1 <= lines, $"{export}: {output.Split('\n').Length - 1} lines\n{output}");
            Assert.Empty(error);
        }
    }

    [Fact]
    public async Task ManyGuessedWorkloads_AreALineEach_AndOneThatIsNamedIsInFull()
    {
        string[] check = ["check", Fixture("aws-ts-redshift-glue-etl.json"), "--tier", "mission-critical"];

        var (_, folded, _) = await RunAsync(check);
        var (_, named, _) = await RunAsync([.. check, "--workload", "events"]);

        Assert.Contains("\n  events: 2 of 5 met, 2 on assumption; BREACHED: region, corruption, account\n      rests on  bucket-is-versioned\n", folded,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Worst RPO", folded, StringComparison.Ordinal);
        Assert.Contains("Worst RPO", named, StringComparison.Ordinal);
        Assert.DoesNotContain("(--all)", named.Split("Advice")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_ShowsTheCopiesOfEachStore_AndWhatTheySurvive()
    {
        var (_, folded, _) = await RunAsync("check", Fixture("aws-ts-redshift-glue-etl.json"));
        var (_, all, _) = await RunAsync("check", Fixture("aws-ts-redshift-glue-etl.json"), "--all");

        Assert.Matches(@"\n    s3 Bucket events +0s +0s  unbounded +unbounded  unbounded  copies in three zones\n", folded);
        Assert.Contains("copies in three zones in us-east-1 survives instance, zone", all, StringComparison.Ordinal);
        Assert.DoesNotContain(" survives ", folded, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutARecoveryYaml_TheStockAssumptionsCount_AndAreSaid_UnlessTheyAreTurnedOff()
    {
        var (stock, none) = (Checked(stock: true), Checked(stock: false));

        Assert.Contains("without a recovery.yaml, with the stock assumptions", stock, StringComparison.Ordinal);
        Assert.Matches(@"assumption [a-z-]+: .* \(stock\)", stock);
        Assert.Contains("without a recovery.yaml", none, StringComparison.Ordinal);
        Assert.DoesNotContain("stock", none, StringComparison.Ordinal);

        // In a folder of no project.
        string Checked(bool stock)
        {
            var problems = new List<Problem>();
            var check = GraphCheck.Prepare(null, [], _folder, "2026-11-29", false, problems, ForeignStacks.Read("business-critical", null, problems), stock);
            Assert.Empty(problems);
            var result = check.Run([GraphFile.Read(Path.Combine(SmallStacks, "instance-with-replica.json"))]);
            return TableReport.Render(result with { Filter = new ReportFilter { All = true } });
        }
    }

    [Fact]
    public async Task UnknownTier_IsRefusedWithTheTiersThereAre()
    {
        var (code, _, error) = await RunAsync("check", Fixture("aws-ts-appsync.json"), "--tier", "gold");

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("mission-critical, business-critical, business-operational, internal", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOfObjectives_JudgesTheGroupsThatItNames()
    {
        var file = Path.Combine(_folder, "objectives.yaml");
        await File.WriteAllTextAsync(file, """
            workloads:
              reports:
                resources: ["*tpsReports", "*tpsZips"]
            objectives:
              workloads:
                reports:
                  zone: { rpo: 1h, rto: none }
                  region: { rpo: 1h, rto: none }
            """);

        var (code, output, _) = await RunAsync("check", Fixture("aws-ts-s3-lambda-copyzip.json"), "--objectives", file, "--format", "json");

        using var report = JsonDocument.Parse(output);
        var verdicts = report.RootElement.GetProperty("objectives").EnumerateArray().Where(outcome => outcome.GetProperty("workload").GetString() == "reports")
            .ToDictionary(outcome => outcome.GetProperty("disruption").GetString()!, outcome => outcome.GetProperty("verdict").GetString());
        Assert.Equal(ExitCodes.Refused, code);
        Assert.Equal(("Met", "Breached", "NotApplicable"), (verdicts["zone"], verdicts["region"], verdicts["account"]));
        Assert.Empty(report.RootElement.GetProperty("groups").EnumerateArray());
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task Draft_IsReadBack_AndGroupsTheSame(string export)
    {
        var file = Path.Combine(_folder, "recovery.yaml");
        var groups = WorkloadGroups.Of(Estate.Of([Graph(export)], AwsNames.Instance), RecoverySettings.None);

        var (code, _, error) = await RunAsync("init", "--from", Fixture(export), "--tier", "business-critical", "--out", file);

        if (groups.Count == 0)
        {
            Assert.Equal(ExitCodes.BadInput, code);
            Assert.Contains("no store needs a group", error, StringComparison.Ordinal);
            Assert.False(File.Exists(file));
            return;
        }

        var settings = RecoverySettingsFile.Read(file);
        Assert.Equal(
            groups.Select(group => (group.Name, string.Join(' ', group.Members.Select(node => node.Urn)))),
            settings.Workloads.Select(workload => (workload.Name, string.Join(' ', workload.Resources))));
        Assert.All(settings.Workloads, workload => Assert.Equal("business-critical", workload.Tier));
        var nothing = Path.Combine(_folder, "nothing.yaml");
        await File.WriteAllTextAsync(nothing, "waivers: []\n");
        Assert.Equal(
            (await RunAsync("check", Fixture(export), "--policy", nothing, "--tier", "business-critical", "--format", "json", "--as-of", "2026-11-24")).Output
                .Split("\"groups\"")[0],
            (await RunAsync("check", Fixture(export), "--policy", file, "--format", "json", "--as-of", "2026-11-24")).Output.Split("\"groups\"")[0]);
    }

    [Fact]
    public async Task DraftWithoutATier_IsReadBack_AndPromisesNothing()
    {
        var (_, draft, _) = await RunAsync("init", "--from", Fixture("aws-ts-resources.json"));

        var settings = RecoverySettingsFile.Parse(draft, "draft");
        Assert.Empty(settings.Objectives);
        Assert.NotEmpty(settings.Workloads);
    }

    [Fact]
    public async Task FileThatIsThere_IsNotOverwritten()
    {
        var file = Path.Combine(_folder, "recovery.yaml");
        await File.WriteAllTextAsync(file, "mine");

        var (code, _, error) = await RunAsync("init", "--from", Fixture("aws-ts-resources.json"), "--out", file);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("the file already exists", error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    private static string Fixture(string export) => Path.Combine(Fixtures, export);

    private static ResourceGraph Graph(string export) => GraphFile.Read(Fixture(export));

    private static Node[] Stateful(string export) =>
        [.. Estate.Of([Graph(export)], AwsNames.Instance).All.Where(node => StatefulTypes.Find(node) is { Part: not StatefulPart.Link })];

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        DrctlRun.Of(arguments);
}
