using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Drctl.Commands;
using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Graph;
using DrInfra.Tests.Drctl.Reports;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>The commands as they are typed, on the shipped stacks.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-tests-").FullName;

    private static string Project { get; } = Repository.Shipped;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Preview_ShowsEveryStackOfTheProject()
    {
        var (code, output, error) = await RunAsync("preview", "--project", Project);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains("Stack dev: primary of pair main", output, StringComparison.Ordinal);
        Assert.Contains("Stack dr: standby of pair main", output, StringComparison.Ordinal);
        Assert.Contains("Workloads and their data, in dev and dr", output, StringComparison.Ordinal);
        Assert.Matches(@"\nObjectives as of \d{4}-\d\d-\d\d\n  Disruption ", output);
        Assert.Contains("are emulated, without a cloud account", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Not emulated", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, Screen.RedirectedWidth));
        Assert.Matches(@"^previewed dev, dr in \d+\.\d s\r?\ndev: not recorded, so invented here: .*\ndr: not recorded, so invented here: .*\n$", error);
    }

    [Fact]
    public async Task Preview_PrintsTheSameTwice()
    {
        Assert.Equal((await RunAsync("preview", "-p", Project)).Output, (await RunAsync("preview", "-p", Project)).Output);
    }

    [Fact]
    public async Task PreviewOfSmallSizing_SaysWhatItCosts()
    {
        var (code, output, _) = await RunAsync("preview", "-p", Project, "--stack", "dev", "--config", "sizing=small");

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains("  Note         sizing small: one NAT gateway", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewInJson_WritesAFilePerStackThatReadsBack()
    {
        var (code, output, error) = await RunAsync("preview", "-p", Project, "--format", "json", "--out", _folder);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Empty(output);
        Assert.Equal(["dev.json", "dr.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Contains("dev.json", error, StringComparison.Ordinal);
        var graph = GraphFile.Read(Path.Combine(_folder, "dr.json"));
        Assert.Equal("dr", graph.Stack);
        Assert.True(graph.Emulated);
    }

    [Fact]
    public async Task PreviewInJsonOfOneStack_PrintsOneDocument()
    {
        var (code, output, _) = await RunAsync("preview", "-p", Project, "--format", "json", "--stack", "dr");

        Assert.Equal(ExitCodes.Clean, code);
        using var document = JsonDocument.Parse(output);
        Assert.Equal(3, document.RootElement.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task PreviewWithWrongSettings_ListsThemAndWritesNothing()
    {
        var (code, output, error) = await RunAsync(
            "preview", "-p", Project, "-c", "regions.primary=mars", "-c", "sizing=huge", "--format", "json", "--out", _folder);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Empty(output);
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Contains("mars", error, StringComparison.Ordinal);
        Assert.Contains("huge", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutFolderThatIsAFile_IsBadInput()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "kept");

        var (code, _, error) = await RunAsync("preview", "-p", Project, "--format", "json", "--out", file);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task DiffOfAnActivation_ChangesCapacityOnlyAndPassesTheCheck()
    {
        var (code, output, _) = await RunAsync("diff", "-p", Project, "--stack", "dr", "--config", "activation=active", "--check");

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains("create: rds ClusterInstance ", output, StringComparison.Ordinal);

        // The task of the copy outside AWS gets its schedule.
        Assert.Equal(
            ["~   update in place: datasync Task lake-vault-copy-task-eu-central-1 (data)"],
            output.Split('\n').Where(line => line.Contains("(data)", StringComparison.Ordinal)));
        Assert.Contains("No data is replaced", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiffWithoutOverrides_SaysThatNothingChanges()
    {
        var (code, output, _) = await RunAsync("diff", "-p", Project, "--stack", "dev", "--check");

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains("No changes: all ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, ExitCodes.Refused)]
    [InlineData(false, ExitCodes.Clean)]
    public async Task DiffThatLosesData_FailsOnlyUnderCheck(bool check, int expected)
    {
        string[] arguments = ["diff", "-p", Project, "--stack", "dev", "--config", "pair=other", "--format", "json", .. check ? (string[])["--check"] : []];

        var (code, output, _) = await RunAsync(arguments);

        Assert.Equal(expected, code);
        using var document = JsonDocument.Parse(output);
        Assert.True(document.RootElement.GetProperty("refused").GetBoolean());
    }

    [Theory]
    [InlineData("preview", "--stack", "nowhere")]
    [InlineData("preview", "--format", "json")]
    [InlineData("preview", "--out", "x")]
    [InlineData("preview", "--format", "xml")]
    [InlineData("preview", "--config", "noequals")]
    [InlineData("preview", "--stak", "dev")]
    [InlineData("preview", "--as-of", "today")]
    [InlineData("preview", "--policy", "missing.yaml")]
    [InlineData("diff", "--check")]
    [InlineData("diff", "--stack", "nowhere")]
    [InlineData("previw")]
    public async Task BadInput_IsSaidOnTheErrorStreamAndGives2(params string[] arguments)
    {
        var (code, output, error) = await RunAsync([.. arguments, "--project", Project]);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Empty(output);
        Assert.StartsWith("drctl: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoArguments_PointToTheHelp()
    {
        var (code, _, error) = await RunAsync();

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("`drctl --help`", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drctl preview", "--help")]
    [InlineData("drctl preview --format json --out graphs", "preview", "--help")]
    [InlineData("drctl diff --stack dr --config activation=active --check", "diff", "--help")]
    [InlineData("drctl check graphs/dev.json graphs/dr.json --explain ledger:region", "check", "--help")]
    [InlineData("drctl rules CKV_AWS_28", "rules", "--help")]
    [InlineData("drctl export terraform --stack dev --stack dr --out modules", "export", "terraform", "--help")]
    public async Task Help_HasExamples(string example, params string[] arguments)
    {
        var (code, output, _) = await RunAsync(arguments);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains(example, output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryExampleOfTheHelp_Runs()
    {
        foreach (var folder in (string[])["graphs", "new"])
        {
            await RunAsync("preview", "-p", Project, "--format", "json", "--out", Path.Combine(_folder, folder));
        }

        Directory.CreateDirectory(Path.Combine(_folder, "previews"));
        foreach (var stack in (string[])["dev", "dr"])
        {
            await File.WriteAllTextAsync(
                Path.Combine(_folder, "previews", $"{stack}.json"), Unchanged(await File.ReadAllTextAsync(Path.Combine(_folder, "graphs", $"{stack}.json"))));
        }

        Directory.CreateDirectory(Path.Combine(_folder, "others"));
        File.Copy(
            Path.Combine(AppContext.BaseDirectory, "Fixtures/other-programs/aws-ts-s3-lambda-copyzip.json"), Path.Combine(_folder, "others", "export.json"));

        await RunAsync("check", Path.Combine(_folder, "graphs"), "--format", "json", "--out", Path.Combine(_folder, "before.json"));
        var help = string.Concat(
            await Task.WhenAll(
                ((string[])["preview", "diff", "check", "init", "rules", "export terraform", "completion"])
                    .Select(async verb => (await RunAsync([.. verb.Split(' '), "--help"])).Output)));
        var examples = help.Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith("drctl ", StringComparison.Ordinal) && !line.Contains('[', StringComparison.Ordinal))
            .Select(line => line.Split(" > ")[0]).ToList();

        Assert.Equal(28, examples.Count);
        foreach (var example in examples)
        {
            var words = example.Split(' ')[1..]
                .Select(word =>
                    word.Split('/')[0] is "graphs" or "new" or "previews" or "others" or "drctl.sarif" or "before.json" or "modules"
                        ? Path.Combine(_folder, word)
                        : word)
                .ToArray();
            string[] project = words[0] is "preview" or "diff" or "export" ? ["--project", Project] : [];
            var judges = words[0] == "check" || example == "drctl preview --check";

            // What a check finds in the shipped stacks is the matter of their own tests.
            Assert.InRange((await RunAsync([.. words, .. project])).Code, ExitCodes.Clean, judges ? ExitCodes.Refused : ExitCodes.Clean);
        }
    }

    // What the engine says of a stack in which nothing changes.
    private static string Unchanged(string export) => new JsonObject
    {
        ["steps"] = new JsonArray([.. JsonNode.Parse(export)!["deployment"]!["resources"]!.AsArray().Select(resource => new JsonObject
        {
            ["op"] = "same",
            ["urn"] = resource!["urn"]!.DeepClone(),
            ["oldState"] = resource.DeepClone(),
            ["newState"] = resource.DeepClone(),
        })]),
    }.ToJsonString();

    [Theory]
    [InlineData("ledger")]
    [InlineData("events")]
    [InlineData("lake")]
    [InlineData("reporting")]
    public async Task ExplanationOfAShippedWorkload_RecomputesByHand(string workload)
    {
        await RunAsync("preview", "-p", Project, "--format", "json", "--out", _folder);

        var (_, output, error) = await RunAsync("check", Path.Combine(_folder, "dev.json"), Path.Combine(_folder, "dr.json"), "--explain", workload);
        var trees = ExplanationReader.Trees(output);

        Assert.True(trees.Count == 10, error);
        Assert.Empty(trees.SelectMany(ExplanationReader.Mistakes));
    }

    [Fact]
    public async Task Version_IsANumber()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+", (await RunAsync("--version")).Output);
    }

    [Fact]
    public async Task Progress_IsForTerminalsOnly()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        await DrctlApplication.RunAsync(["preview", "-p", Project, "-s", "dr"], new CommandEnvironment(output, error, false, ErrorIsTerminal: true));

        Assert.StartsWith("previewing dr ...", error.ToString(), StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        DrctlRun.Of(arguments);
}
