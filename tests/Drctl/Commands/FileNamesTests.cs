using System.Text;
using DrInfra.Drctl.Commands;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>Folders, patterns and standard input in place of files.</summary>
public sealed class FileNamesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-names-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("graphs")]
    [InlineData("graphs/*.json")]
    [InlineData("gr*/d*.json")]
    [InlineData("**/d*.json")]
    public async Task FolderOrPattern_StandsForItsFiles(string name)
    {
        Write("graphs/dr.json", Stack("dr"));
        Write("graphs/dev.json", Stack("dev"));
        Write("graphs/drctl.sarif", "{}");

        var (code, output, error) = await DrctlRun.Of("check", Path.Combine(_folder, name), "--as-of", "2026-11-24");

        Assert.Equal((ExitCodes.Clean, ""), (code, error));
        Assert.Contains("\nChecked dev, dr as of 2026-11-24", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_AreInTheOrderOfTheirNames_AndKeepTheWayTheyWereNamed()
    {
        Write("graphs/b.json", "");
        Write("graphs/a.json.gz", "");
        Write("graphs/deep/c.json", "");
        var problems = new List<Problem>();

        string[] names = ["-", Path.Combine(_folder, "graphs"), Path.Combine(_folder, "graphs", "**", "*.json"), "missing.json"];

        Assert.Equal(
            ["-", "graphs/a.json.gz", "graphs/b.json", "graphs/b.json", "graphs/deep/c.json", "missing.json"],
            FileNames.Expand(names, problems).Select(file => Path.IsPathRooted(file) ? Path.GetRelativePath(_folder, file).Replace('\\', '/') : file));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("the folder contains no stack file", "empty")]
    [InlineData("no file matches the pattern", "empty/*.json")]
    [InlineData("no file matches the pattern", "nowhere/*.json")]
    public async Task NameThatStandsForNothing_IsBadInput(string problem, string name)
    {
        Write("empty/notes.txt", "");

        var (code, _, error) = await DrctlRun.Of("check", Path.Combine(_folder, name));

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains($"{name}: {problem}", error, StringComparison.Ordinal);
        Assert.Contains("fix:", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "-")]
    [InlineData("diff", "--before", "-", "--after")]
    public async Task StandardInput_IsReadAsAFile(params string[] arguments)
    {
        Write("dev.json", Stack("dev"));
        string[] after = arguments[0] == "diff" ? [Path.Combine(_folder, "dev.json")] : [];

        var (code, output, error) = await RunAsync(Stack("dev"), [.. arguments, .. after]);

        Assert.Equal((ExitCodes.Clean, ""), (code, error));
        Assert.Contains("dev", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StandardInput_IsNoFileInSarif()
    {
        var (_, output, _) = await RunAsync(Stack("dev"), "check", "-", "--format", "sarif");

        Assert.Contains("\"fullyQualifiedName\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("physicalLocation", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StandardInputThatIsNoStack_IsNamedSo()
    {
        var (code, _, error) = await RunAsync("{", "check", "-");

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("standard input", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StandardInputTwice_IsBadInput()
    {
        var (code, _, error) = await RunAsync(Stack("dev"), "check", "-", "-");

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("standard input is given twice", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await DrctlApplication.RunAsync(arguments, new CommandEnvironment(output, error, OutputIsTerminal: false, ErrorIsTerminal: false)
        {
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
        });
        return (code, output.ToString(), error.ToString());
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string Stack(string name) => $$"""
        {"version": 3, "deployment": {"resources": [ {
          "urn": "urn:pulumi:{{name}}::shop::aws:dynamodb/table:Table::carts", "custom": true, "type": "aws:dynamodb/table:Table",
          "inputs": {}
        } ] } }
        """;
}
