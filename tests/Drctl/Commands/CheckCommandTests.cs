using System.Text.Json;
using DrInfra.Drctl.Commands;
using DrInfra.Drctl.Rendering;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>The command as it is typed, on small stacks.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string Day = "2026-11-24";

    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true, ExitCodes.Clean)]
    [InlineData(false, ExitCodes.Refused)]
    public async Task ProtectedTable_PassesAndAnotherIsRefused(bool isProtected, int expected)
    {
        var (code, output, error) = await RunAsync(Stack("dev", isProtected), "--policy", Only("deletion-protection-is-on"));

        Assert.Equal(expected, code);
        Assert.Contains($"Checked dev as of {Day}, with {_folder}", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(!isProtected, output.Contains("mandatory  deletion-protection-is-on", StringComparison.Ordinal));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, Screen.RedirectedWidth));
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("json", "{\n  \"version\": 2,")]
    [InlineData("sarif", "{\n  \"$schema\"")]
    [InlineData("junit", "<?xml")]
    [InlineData("markdown", "## :x: Recovery check")]
    public async Task EveryFormat_IsTheSameTwice(string format, string start)
    {
        string[] arguments = [Stack("dev", isProtected: false), "--policy", Only("deletion-protection-is-on"), "--format", format];

        var (code, output, _) = await RunAsync(arguments);

        Assert.Equal(ExitCodes.Refused, code);
        Assert.StartsWith(start, output, StringComparison.Ordinal);
        Assert.Equal(output, (await RunAsync(arguments)).Output);
    }

    [Fact]
    public async Task Out_WritesTheReportAndSaysTheVerdict()
    {
        var file = Path.Combine(_folder, "reports", "report.json");

        var (code, output, error) = await RunAsync(Stack("dev", isProtected: false), "--policy", Only("deletion-protection-is-on"), "-f", "json", "-o", file);

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Empty(output);
        Assert.StartsWith($"wrote {file} as of {Day}. Refused: 1 mandatory violation", error, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(Day, report.RootElement.GetProperty("asOf").GetString());
    }

    [Theory]
    [InlineData(false, ExitCodes.Clean)]
    [InlineData(true, ExitCodes.Refused)]
    public async Task UnknownProperty_FailsOnlyWhereAskedTo(bool failOnUnknown, int expected)
    {
        var stack = Write("unknown.json", Graph("dev", "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\""));
        string[] option = failOnUnknown ? ["--fail-on-unknown"] : [];

        var (code, output, _) = await RunAsync([stack, "--policy", Only("deletion-protection-is-on"), .. option]);

        Assert.Equal(expected, code);
        Assert.Contains("dev: dynamodb Table carts: deletionProtectionEnabled", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverythingThatIsWrong_IsSaidAtOnceAndNothingIsWritten()
    {
        var file = Path.Combine(_folder, "report.json");
        var dev = Stack("dev", isProtected: true);

        var (code, output, error) = await RunAsync(
            dev, dev, Write("broken.json", "{"), "missing.json", "--policy", Write("recovery.yaml", "waiver: []\n"), "--as-of", "yesterday", "--explain",
            "orders:flood", "--out", file);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Empty(output);
        Assert.False(File.Exists(file));
        Assert.All(
            ["6 problems", "given twice", "broken.json", "missing.json", "waiver", "yesterday", "flood"],
            text => Assert.Contains(text, error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev.json")]
    [InlineData("recovery.yaml")]
    [InlineData("objectives.yaml")]
    [InlineData("linked/dev.json")]
    [InlineData("link.json")]
    [InlineData("nowhere/../dev.json")]
    public async Task OutThatIsAnInput_IsRefusedAndKept(string name)
    {
        var files = (string[])[Stack("dev", isProtected: true), Write("recovery.yaml", "rules: { all: disabled }"), Write("objectives.yaml", "")];
        Directory.CreateSymbolicLink(Path.Combine(_folder, "linked"), _folder);
        File.CreateSymbolicLink(Path.Combine(_folder, "link.json"), files[0]);
        var before = files.Select(File.ReadAllText).ToList();

        var (code, _, error) = await RunAsync(files[0], "--policy", files[1], "--objectives", files[2], "--out", Path.Combine(_folder, name));

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("--out: the report would overwrite a file that the command reads", error, StringComparison.Ordinal);
        Assert.Equal(before, files.Select(File.ReadAllText));
    }

    [Fact]
    public async Task OutThatIsTheRecoveryFileOfTheProject_IsRefusedAndKept()
    {
        Write("Pulumi.yaml", "name: test");
        Directory.CreateDirectory(Path.Combine(_folder, "policies"));
        var policy = Write(Path.Combine("policies", "recovery.yaml"), "rules: { all: disabled }");

        Assert.Equal(ExitCodes.BadInput, (await RunAsync(Stack("dev", isProtected: true), "--out", policy)).Code);
        Assert.Equal("rules: { all: disabled }", await File.ReadAllTextAsync(policy));
    }

    [Fact]
    public async Task MistypedRuleInRecoveryYaml_IsRefusedWithTheNearest()
    {
        var policy = Write("mistyped.yaml", "rules:\n  deletion-protecton-is-on: disabled\n");

        var (code, output, error) = await RunAsync(Stack("dev", isProtected: false), "--policy", policy);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Empty(output);
        Assert.Contains(
            "mistyped.yaml:2:3: rules.deletion-protecton-is-on: unknown rule; did you mean deletion-protection-is-on?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--explain", "nobody")]
    [InlineData("--explain", "nobody:region")]
    [InlineData("--explain", "nobody", "--format", "json")]
    [InlineData("--format", "xml")]
    [InlineData("--out", "")]
    public async Task BadInput_Gives2(params string[] arguments)
    {
        var (code, output, error) = await RunAsync([Stack("dev", isProtected: true), .. arguments]);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Empty(output);
        Assert.StartsWith("drctl: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoFile_IsBadInput() => Assert.Equal(ExitCodes.BadInput, (await RunAsync()).Code);

    [Theory]
    [InlineData("did you mean --format?", "check", "x.json", "--formt", "json")]
    [InlineData("did you mean --explain?", "check", "x.json", "--explian=orders")]
    [InlineData("did you mean --before?", "diff", "--befor", "x.json")]
    [InlineData("did you mean --stack?", "preview", "--stak", "dev")]
    [InlineData("did you mean preview?", "previw")]
    [InlineData("did you mean terraform?", "export", "terrafrom")]
    [InlineData("did you mean deletion-protection-is-on?", "rules", "deletion-protecton-is-on")]
    [InlineData("did you mean business-critical?", "init", "--from", "x.json", "--tier", "business-critcal")]
    public async Task MisspeltName_GivesTheOneThatWasMeant(string hint, params string[] arguments)
    {
        var (code, output, error) = await DrctlRun.Of(arguments);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Empty(output);
        Assert.Contains(hint, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MisspeltWorkload_GivesTheOneThatWasMeant()
    {
        var export = Path.Combine(AppContext.BaseDirectory, "Fixtures", "other-programs", "aws-ts-resources.json");

        var (code, _, error) = await RunAsync(export, "--tier", "business-critical", "--explain", "mytabel");

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("no workload has this name; did you mean mytable?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_HasRelativePathsAndLines()
    {
        // Below the working directory, as a checkout is.
        var folder = Directory.CreateDirectory(Path.Combine(Directory.GetCurrentDirectory(), Path.GetFileName(_folder)));
        var file = Path.Combine(folder.FullName, "dev.json");
        await File.WriteAllTextAsync(file, Graph("dev", "false"));
        try
        {
            var (_, output, _) = await RunAsync(file, "--policy", Only("deletion-protection-is-on"), "--format", "sarif");

            using var log = JsonDocument.Parse(output);
            var location = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.Equal($"{folder.Name}/dev.json", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.Equal(2, location.GetProperty("region").GetProperty("startLine").GetInt32());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task PolicyBesideTheFile_CountsWhereverTheCommandIsRun()
    {
        Write("Pulumi.yaml", "name: shop\n");
        Directory.CreateDirectory(Path.Combine(_folder, "policies"));
        Directory.CreateDirectory(Path.Combine(_folder, "graphs"));
        var policy = Write(Path.Combine("policies", "recovery.yaml"), "rules:\n  all: disabled\n");
        var stack = Write(Path.Combine("graphs", "dev.json"), await File.ReadAllTextAsync(Stack("dev", isProtected: false)));

        var (code, output, _) = await RunAsync(stack);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains($"with {Path.GetRelativePath(Directory.GetCurrentDirectory(), policy)}".ReplaceLineEndings(""), output.ReplaceLineEndings(" "),
            StringComparison.Ordinal);
    }

    [Fact]
    public void FilesOfTwoProjectsWithSettingsOfTheirOwn_AreAProblem()
    {
        string[] files = [.. new[] { "one", "two" }.Select(project =>
        {
            Directory.CreateDirectory(Path.Combine(_folder, project, "policies"));
            Write(Path.Combine(project, "Pulumi.yaml"), "name: shop\n");
            Write(Path.Combine(project, "policies", "recovery.yaml"), "");
            return Path.Combine(_folder, project, "dev.json");
        })];
        var problems = new List<Problem>();

        PolicyFile.Find(files, _folder, problems);

        var problem = Assert.Single(problems);
        Assert.Equal("name one of these with --policy", problem.Fix);
    }

    [Fact]
    public void PolicyOfTheProject_IsFoundFromAFolderInIt()
    {
        Write("Pulumi.yaml", "name: shop\n");
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "infra", "deep")).FullName;

        Assert.Null(PolicyFile.Find(inner));
        Directory.CreateDirectory(Path.Combine(_folder, "policies"));
        var policy = Write(Path.Combine("policies", "recovery.yaml"), "");
        Assert.Equal(policy, Path.GetFullPath(PolicyFile.Find(inner)!));
    }

    private string Stack(string name, bool isProtected) => Write($"{name}.json", Graph(name, isProtected ? "true" : "false"));

    /// <summary>Settings under which one rule alone is looked at.</summary>
    private string Only(string rule) => Write("only.yaml", $"rules:\n  all: disabled\n  {rule}: mandatory\n");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    // The tag makes it one of our own stacks, where mandatory rules are mandatory.
    private static string Graph(string stack, string deletionProtection) => $$"""
        {"version": 3, "deployment": {"resources": [ {
          "urn": "urn:pulumi:{{stack}}::shop::aws:dynamodb/table:Table::carts", "custom": true, "type": "aws:dynamodb/table:Table",
          "inputs": {"deletionProtectionEnabled": {{deletionProtection}}, "tags": {"dr:workload": "orders"} }
        } ] } }
        """;

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        DrctlRun.Of(["check", .. arguments, .. arguments.Contains("--as-of") ? Array.Empty<string>() : ["--as-of", Day]]);
}
