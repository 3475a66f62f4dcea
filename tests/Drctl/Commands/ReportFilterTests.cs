using System.Text.Json.Nodes;
using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>The options that choose what people see, on a stack with two workloads and findings of every severity.</summary>
public sealed class ReportFilterTests : IDisposable
{
    private static readonly string Export = Path.Combine(AppContext.BaseDirectory, "Fixtures", "other-programs", "aws-ts-redshift-glue-etl.json");

    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-filter-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("critical", "bucket-is-replicated", "store-spans-zones")]
    [InlineData("high", "store-spans-zones", "bucket-requires-tls")]
    [InlineData("medium", "bucket-requires-tls", "vpc-flow-logs-are-on")]
    [InlineData("low", "vpc-flow-logs-are-on", null)]
    public async Task Severity_ShowsFindingsOfItAndWorse(string severity, string shown, string? hidden)
    {
        var output = await ShownAsync("--severity", severity);

        Assert.Contains(shown, output, StringComparison.Ordinal);
        Assert.Contains("bucket-is-replicated", output, StringComparison.Ordinal);
        Assert.True(hidden is null || !output.Contains(hidden, StringComparison.Ordinal));
        Assert.Matches(@"\nNot shown because of --severity: (\d+ findings?, )?4 grouped resources\.\n$", output);
    }

    [Fact]
    public async Task Workload_ShowsItsObjectivesAndFindings_AndTheRestIsCounted()
    {
        var output = await ShownAsync("--workload", "events", "--all");

        Assert.Contains("\n  events: 2 of 5 met, 2 on assumption\n", output, StringComparison.Ordinal);
        Assert.Contains("dev: s3 Bucket events", output, StringComparison.Ordinal);
        Assert.DoesNotContain("glue-job-bucket", output, StringComparison.Ordinal);
        Assert.DoesNotContain("redshift Cluster", output, StringComparison.Ordinal);
        Assert.Matches(@"\nNot shown because of --workload: \d+ findings, 10 objectives, 4 grouped resources\.\n$", output);
    }

    [Fact]
    public async Task Rule_ShowsItsFindingsInFull_ByAFormerIdToo()
    {
        var output = await ShownAsync("--rule", "bucket-requires-tls", "--rule", "vpc-keeps-flow-logs");

        Assert.Contains("  advisory  bucket-requires-tls (medium)\n    dev: s3 Bucket events\n", output, StringComparison.Ordinal);
        Assert.Contains("  advisory  vpc-flow-logs-are-on (low)\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("bucket-is-replicated", output, StringComparison.Ordinal);
        Assert.Contains("\nNot shown because of --rule: 52 findings, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_ShowsWhatRefusesAndNothingElse()
    {
        var output = await ShownAsync("--quiet", "--workload", "events");

        Assert.StartsWith("Refused: 11 breached objectives", output, StringComparison.Ordinal);
        Assert.Contains("    region ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("    zone ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Advice", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Not judged", output, StringComparison.Ordinal);
        Assert.Contains("\nNot shown because of --workload, --quiet: 55 findings, 12 objectives, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAFilter_NothingIsSaidToBeLeftOut() => Assert.DoesNotContain("Not shown", await ShownAsync(), StringComparison.Ordinal);

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    public async Task ReportsForPrograms_HoldEverything(string format)
    {
        string[] options = ["--severity", "critical", "--workload", "events", "--rule", "bucket-is-versioned", "--quiet"];

        Assert.Equal(await ShownAsync("--format", format), await ShownAsync(["--format", format, .. options]));
    }

    [Fact]
    public async Task Comment_IsFilteredToo()
    {
        var output = await ShownAsync("--format", "markdown", "--severity", "critical", "--workload", "events");

        Assert.Contains("- **events**: 2 of 5 met, 2 on assumption\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("glue-job-bucket", output, StringComparison.Ordinal);
        Assert.DoesNotContain("bucket-requires-tls", output, StringComparison.Ordinal);
        Assert.Matches(@"\nNot shown because of --severity, --workload: \d+ findings, 10 objectives, .*\.\n\n$", output);
    }

    [Fact]
    public async Task Preview_TakesTheSameFilters()
    {
        string[] preview = ["preview", "--project", Repository.Shipped, "--check", "--as-of", "2026-11-24"];

        var (quiet, ledger, nobody) = (
            await DrctlRun.Of([.. preview, "--quiet"]), await DrctlRun.Of([.. preview, "--workload", "ledger"]),
            await DrctlRun.Of([.. preview, "--workload", "legder"]));

        Assert.DoesNotContain("\nObjectives as of", quiet.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nNot shown because of --quiet: .*25 objectives", quiet.Output);
        Assert.Contains("  ledger: 5 of 5 met, 5 on assumption\n", ledger.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("  lake: 5 of 5", ledger.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.BadInput, nobody.Code);
        Assert.Contains("did you mean ledger?", nobody.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no workload has this name; did you mean events?", "--workload", "evnts")]
    [InlineData("unknown rule; did you mean bucket-requires-tls?", "--rule", "bucket-require-tls")]
    [InlineData("--quiet and --all exclude each other", "--quiet", "--all")]
    [InlineData("'worst'", "--severity", "worst")]
    public async Task FilterThatFitsNothing_IsBadInput(string problem, params string[] options)
    {
        var (code, output, error) = await RunAsync(options);

        Assert.Equal((ExitCodes.BadInput, ""), (code, output));
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_ShowsOnlyWhatIsNew_AndCountsTheRestAndWhatIsGone()
    {
        var baseline = await BaselineAsync(report =>
        {
            var known = report["violations"]!.AsArray();
            known.Remove(known.First(finding => finding!["rule"]!.GetValue<string>() == "vpc-flow-logs-are-on"));
            known[0]!["fingerprint"] = new string('0', 32);
            var region = report["objectives"]!.AsArray()
                .First(outcome => (outcome!["workload"]!.GetValue<string>(), outcome["disruption"]!.GetValue<string>()) == ("events", "region"))!;
            region["verdict"] = "Met";
        });

        var output = await ShownAsync("--baseline", baseline, "--workload", "events", "--workload", "cluster");
        var whole = await ShownAsync("--baseline", baseline);

        Assert.Contains("  cluster: 0 of 5 met, as in the baseline\n", output, StringComparison.Ordinal);
        Assert.Contains(
            "  events: 2 of 5 met, 2 on assumption (before: 3 of 5 met, 2 on assumption; region met -> BREACHED)\n    region ", output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("    corruption ", output, StringComparison.Ordinal);
        Assert.Contains("    1  low       vpc-flow-logs-are-on  vpc\n", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("bucket-requires-tls", whole, StringComparison.Ordinal);
        Assert.EndsWith(
            $"\nAs in {baseline} of 2026-11-24: 53 findings, 14 objectives. Gone since then: 1 finding.\n", whole.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task BaselineOfTheSameStacks_LeavesNothingToShow()
    {
        var baseline = await BaselineAsync(_ => { });

        var output = await ShownAsync("--baseline", baseline);

        Assert.Contains(": 0 of 5 met, as in the baseline", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Findings", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Advice", output, StringComparison.Ordinal);
        Assert.EndsWith("55 findings, 15 objectives. Gone since then: nothing.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the baseline is not JSON", "{ \"version\": 2,\n")]
    [InlineData("not a report of `drctl check`", "[]")]
    [InlineData("not a report of `drctl check`", "{ \"version\": 3, \"deployment\": {} }")]
    [InlineData("got:     version 1", "{ \"version\": 1, \"violations\": [] }")]
    [InlineData("the baseline is not as `drctl check` wrote it", "{ \"version\": 2, \"asOf\": \"2026-11-24\", \"violations\": [{}] }")]
    [InlineData("the baseline is not as `drctl check` wrote it", "{ \"version\": 2, \"asOf\": \"today\", \"violations\": [] }")]
    [InlineData("the baseline is not as `drctl check` wrote it", "{ \"version\": 2, \"asOf\": \"2026-11-24\", \"violations\": [{ \"fingerprint\": 1 }] }")]
    [InlineData("the baseline cannot be read", null)]
    public async Task BaselineThatIsNoReport_IsBadInput(string problem, string? text)
    {
        var path = Path.Combine(_folder, "before.json");
        if (text is not null)
        {
            await File.WriteAllTextAsync(path, text);
        }

        var (code, output, error) = await RunAsync("--baseline", path);

        Assert.Equal((ExitCodes.BadInput, ""), (code, output));
        Assert.Contains($"--baseline {path}", error, StringComparison.Ordinal);
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.Contains("fix:", error, StringComparison.Ordinal);
    }

    /// <summary>A report of the same stack, with something changed in it.</summary>
    private async Task<string> BaselineAsync(Action<JsonNode> change)
    {
        var path = Path.Combine(_folder, "before.json");
        var report = JsonNode.Parse(await ShownAsync("--format", "json"))!;
        change(report);
        await File.WriteAllTextAsync(path, report.ToJsonString());
        return path;
    }

    // Whatever is shown, the check is refused.
    private static async Task<string> ShownAsync(params string[] options)
    {
        var (code, output, error) = await RunAsync(options);
        Assert.Equal((ExitCodes.Refused, ""), (code, error));
        return output;
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] options) =>
        DrctlRun.Of(["check", Export, "--tier", "mission-critical", "--as-of", "2026-11-24", .. options]);
}
